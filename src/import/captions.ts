import { picturesIn, type Reference } from './marks.ts';
import type { Block } from './to-markdown.ts';

/** How captions begin. */
const CAPTION = /^[（(【]?\s*(?:图为|图[：:\d一二三四五六]|图片说明|资料图|上图|下图|左图|右图|▲|△|↑|◎|↓)/;
const MOST_CAPTION = 200;
/** A centred line below a picture is a caption up to this length, unless it is bold: then it is a heading. */
const MOST_CENTRED = 60;

/** Lines below pictures that describe them become their captions. */
export function takeCaptions(blocks: readonly Block[], references: readonly Reference[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    const before = kept.at(-1);
    const picture =
      before?.kind === 'picture' ? references[picturesIn(before.markdown).at(-1) ?? -1] : undefined;
    if (picture?.kind === 'picture' && picture.caption === '' && isCaption(block)) {
      picture.caption = block.text.replace(/^[▲△↑◎↓]\s*|^图片说明\s*[：:]\s*/, '').slice(0, MOST_CAPTION);
    } else kept.push(block);
  }
  return kept;
}

function isCaption({ kind, text, markdown, isCentred }: Block): boolean {
  if (kind !== 'paragraph' || text.length > MOST_CAPTION || markdown.includes('\u0001')) return false;
  if (CAPTION.test(text)) return true;
  return isCentred && text.length <= MOST_CENTRED && !/^\*\*.*\*\*$/.test(markdown) && !/[：:]$/.test(text);
}
