import { AFTER_TEXT, isBoilerplate } from './boilerplate.ts';
import { type LabelledValue, labelsIn } from './page-labels.ts';
import type { Block } from './to-markdown.ts';

export interface TrimmedBlocks {
  readonly blocks: readonly Block[];
  /** What lines around the text said of it: 责任编辑, 原标题. */
  readonly labels: readonly LabelledValue[];
}

/** Lines before and after the text in which facts of it stand. */
const EDGE = 8;
const FACTS: ReadonlySet<string> = new Set([
  'date',
  'updated',
  'source',
  'publisher',
  'zone',
  'author',
  'editor',
  'none',
  'originalTitle',
  'keywords',
  'summary',
  'subtitle',
]);
const ORIGINAL = /^[（(]?\s*原标题\s*[：:]/;
const EDITOR =
  /^[【[（(〔]?\s*(?:责任编辑|责\s*编|编\s*辑|网络编辑|本文编辑|录入|审核|校对|来源|稿源|信息来源)\s*[：:]/;

/** Takes title, lines of facts, buttons and lists of other articles off a text. */
export function trimBlocks(blocks: readonly Block[], title: string): TrimmedBlocks {
  const labels: LabelledValue[] = [];
  let kept = untilOtherArticles(blocks).filter(
    ({ kind, text }) => kind === 'picture' || kind === 'heading' || !isBoilerplate(text),
  );
  for (let looked = 0; looked < EDGE; looked++) {
    const [first] = kept;
    if (!first || first.kind === 'picture' || !(isTitle(first.text, title) || isFacts(first.text))) break;
    labels.push(...labelsIn(first.text));
    kept = kept.slice(1);
  }
  for (let looked = 0; looked < EDGE; looked++) {
    const last = kept.at(-1);
    if (!last || !(isFacts(last.text) || EDITOR.test(last.text) || isClosingLinks(last, kept.length))) break;
    labels.push(...labelsIn(last.text));
    kept = kept.slice(0, -1);
  }
  return { blocks: kept.filter((block) => !takesOriginalTitle(block, labels)), labels };
}

function untilOtherArticles(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(
    ({ text }, index) =>
      AFTER_TEXT.test(text) &&
      blocks.slice(index + 1).every((block) => block.isLinks || block.text.length < 60),
  );
  return at <= 0 ? blocks : blocks.slice(0, at);
}

/** A list or line of links below the text. */
const isClosingLinks = ({ isLinks, kind }: Block, count: number): boolean =>
  isLinks && kind === 'list' && count > 1;

const squeezed = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

const isTitle = (text: string, title: string): boolean => {
  const said = squeezed(text);
  return said !== '' && said === squeezed(title);
};

/** A line that holds nothing but facts of the article. */
function isFacts(text: string): boolean {
  if (text.length > 250) return false;
  if (/^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?$/.test(text))
    return true;
  const labels = labelsIn(text);
  // 时间：… alone may be when the meeting is that the text is about.
  if (labels.length === 1 && /^(?:时间|日期|地区|开发区|摘要)$/.test(labels[0]?.word ?? '')) return false;
  if (labels.length === 0 || !labels.every(({ name }) => FACTS.has(name))) return false;
  // A sentence that begins like one: 来源：……，……。
  return labels.every(
    ({ value, name }) =>
      value.length <= 40 || name === 'keywords' || name === 'summary' || name === 'originalTitle',
  );
}

function takesOriginalTitle({ kind, text }: Block, labels: LabelledValue[]): boolean {
  if (kind !== 'paragraph' || !ORIGINAL.test(text) || text.length > 200) return false;
  const word = '原标题';
  const value = text
    .replace(ORIGINAL, '')
    .replace(/\s*[）)]\s*$/, '')
    .trim();
  labels.push({ name: 'originalTitle', word, value });
  return true;
}
