import { type ChildNode, Element, isText, type ParentNode } from 'domhandler';
import { takeCaptions } from './captions.ts';
import { cutParagraphs, inlineMarkdown, runsText } from './inline-markdown.ts';
import { addRuns, type Manner, mannerOf, PLAIN, type Run } from './inline-runs.ts';
import { linkMark, pictureMark, type Reference } from './marks.ts';
import { elementsNamed, isBlock, isSilent, rawText, textOf } from './parse-page.ts';
import { readGrid, tableLines } from './table-markdown.ts';

/** A paragraph, heading, list … of a text. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'picture' | 'list' | 'table' | 'quote' | 'code';
  readonly markdown: string;
  /** What it says, in one line. */
  readonly text: string;
  readonly isCentred: boolean;
  /** Whether all of it stands in links. */
  readonly isLinks: boolean;
}

export interface BodyMarkdown {
  readonly blocks: readonly Block[];
  readonly references: readonly Reference[];
  /** Tables with cells over several rows or columns. */
  readonly mergedTables: number;
  /** Films and sounds that cannot be taken over. */
  readonly lostMedia: number;
}

/** The text of an old page as Markdown, block by block. */
export function toMarkdown(body: Element): BodyMarkdown {
  const writer = new MarkdownWriter();
  const blocks = writer.blocksIn(body.children, { ...PLAIN, isCentred: false });
  const players = elementsNamed(body, 'iframe', 'embed', 'object').filter(({ attribs }) =>
    /\.(?:swf|flv|mp4|wmv|avi|mp3|wma|rm(?:vb)?|asf)\b|player|video/i.test(attribs.src ?? attribs.data ?? ''),
  );
  const { references, mergedTables } = writer;
  return { blocks: takeCaptions(blocks, references), references, mergedTables, lostMedia: players.length };
}

interface Around extends Manner {
  readonly isCentred: boolean;
}

class MarkdownWriter {
  readonly references: Reference[] = [];
  mergedTables = 0;
  readonly #withBlocks = new Map<Element, boolean>();

  blocksIn(children: readonly ChildNode[], around: Around): Block[] {
    const blocks: Block[] = [];
    let runs: Run[] = [];
    const end = (): void => {
      if (runs.length > 0) blocks.push(...this.#paragraphs(runs, around.isCentred));
      runs = [];
    };
    for (const child of children) {
      if (!(child instanceof Element)) {
        if (isText(child)) addRuns(child, around, this.references, runs);
        continue;
      }
      if (isSilent(child)) continue;
      if (isBlock(child) || child.name === 'hr' || child.name === 'video') {
        end();
        blocks.push(...this.#block(child, this.#inside(child, around)));
      } else if (this.#holdsBlocks(child)) {
        end();
        blocks.push(...this.blocksIn(child.children, this.#inside(child, around)));
      } else addRuns(child, around, this.references, runs);
    }
    end();
    return blocks;
  }

  #inside(element: Element, around: Around): Around {
    const { align = '', style = '' } = element.attribs;
    const isCentred =
      element.name === 'center' || /^center$/i.test(align.trim()) || /text-align\s*:\s*center/i.test(style);
    const isAligned = align !== '' || /text-align/i.test(style);
    const manner = isBlock(element) ? around : mannerOf(element, around, this.references);
    return { ...manner, isCentred: isCentred || (around.isCentred && !isAligned) };
  }

  #holdsBlocks(element: Element): boolean {
    let holds = this.#withBlocks.get(element);
    if (holds === undefined) {
      holds = element.children.some(
        (child) =>
          child instanceof Element &&
          (isBlock(child) || child.name === 'hr' || child.name === 'video' || this.#holdsBlocks(child)),
      );
      this.#withBlocks.set(element, holds);
    }
    return holds;
  }

  #block(element: Element, around: Around): Block[] {
    switch (element.name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#heading(element, around);
      case 'ul':
      case 'ol':
        return this.#list(element, around);
      case 'table':
        return this.#table(element, around);
      case 'blockquote':
        return this.#quote(element, around);
      case 'pre':
        return this.#preformatted(element, around);
      case 'video':
        return this.#film(element);
      case 'hr':
        return [];
      default:
        return this.blocksIn(element.children, around);
    }
  }

  #paragraphs(runs: readonly Run[], isCentred: boolean): Block[] {
    return cutParagraphs(runs).flatMap((paragraph) =>
      separatePictures(paragraph).flatMap((part): Block[] => {
        if ('index' in part) return [pictureBlock(part.index, isCentred)];
        const markdown = inlineMarkdown(part.runs, { breaks: '\\\n' });
        if (markdown === '') return [];
        const isLinks = part.runs.every(
          (run) => run.kind !== 'text' || run.link !== undefined || !/[\p{L}\p{N}]/u.test(run.text),
        );
        return [{ kind: 'paragraph', markdown, text: runsText(part.runs), isCentred, isLinks }];
      }),
    );
  }

  #heading(element: Element, around: Around): Block[] {
    if (this.#holdsBlocks(element)) return this.blocksIn(element.children, around);
    const runs = this.#runsOf(element);
    const pictures = runs.flatMap((run) => (run.kind === 'picture' ? [pictureBlock(run.index, true)] : []));
    const words = runs.filter((run) => run.kind !== 'picture');
    const text = runsText(words);
    // A heading this long is a paragraph that somebody wanted large.
    if (text.length > 80) return [...pictures, ...this.#paragraphs(words, around.isCentred)];
    const title = inlineMarkdown(words, { breaks: ' ', isPlain: true });
    if (title === '') return pictures;
    const markdown = `${'#'.repeat(Math.max(2, Number(element.name.slice(1))))} ${title}`;
    return [...pictures, { kind: 'heading', markdown, text, isCentred: around.isCentred, isLinks: false }];
  }

  #runsOf(element: ParentNode): Run[] {
    const runs: Run[] = [];
    for (const child of element.children) addRuns(child, PLAIN, this.references, runs);
    return runs;
  }

  #list(list: Element, around: Around): Block[] {
    const isOrdered = list.name === 'ol';
    const first = /^\s*(\d{1,6})\s*$/.exec(list.attribs.start ?? '')?.[1];
    let number = Number(first ?? 1);
    const items = this.#itemsOf(list, { ...around, isCentred: false });
    if (items.length === 0) return [];
    const isTight = items.every(([, ...more]) => more.every(({ kind }) => kind === 'list'));
    const lines = items.map((blocks) => {
      const mark = isOrdered ? `${number++}. ` : '- ';
      const text = blocks.map(({ markdown }) => markdown).join(isTight ? '\n' : '\n\n');
      return mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    });
    const all = items.flat();
    const isLinks = all.every((block) => block.isLinks);
    const text = all.map((block) => block.text).join(' ');
    return [{ kind: 'list', markdown: lines.join(isTight ? '\n' : '\n\n'), text, isCentred: false, isLinks }];
  }

  /** What stands between items belongs to the one before. */
  #itemsOf(list: Element, around: Around): Block[][] {
    const items: Block[][] = [];
    for (const child of list.children) {
      const isItem = child instanceof Element && child.name === 'li';
      if (child instanceof Element && isSilent(child)) continue;
      const blocks = this.blocksIn(isItem ? child.children : [child], around);
      const last = items.at(-1);
      if (blocks.length === 0) continue;
      if (isItem || !last) items.push(blocks);
      else last.push(...blocks);
    }
    return items;
  }

  #table(table: Element, around: Around): Block[] {
    const grid = readGrid(table);
    const caption = table.children.find((child) => child instanceof Element && child.name === 'caption');
    if (!grid) return this.blocksIn(table.children, around);
    if (grid.isMerged) this.mergedTables++;
    const before = caption instanceof Element ? this.#paragraphs(this.#runsOf(caption), true) : [];
    const cells = grid.rows.map((row) =>
      row.map((cell) => (cell ? inlineMarkdown(this.#runsOf(cell), { breaks: ' ' }) : '')),
    );
    const text = textOf(table);
    if (text === '' && !cells.flat().some((cell) => cell !== '')) return [];
    return [
      ...before,
      { kind: 'table', markdown: tableLines(cells), text, isCentred: false, isLinks: false },
    ];
  }

  #quote(element: Element, around: Around): Block[] {
    const inner = this.blocksIn(element.children, around);
    if (inner.length === 0) return [];
    // Old pages indent whole texts so: only a text beside others is a quotation.
    if (inner.length > 5 || inner.some(({ kind }) => kind !== 'paragraph')) return inner;
    const markdown = inner
      .map((block) => block.markdown)
      .join('\n\n')
      .replace(/^/gm, '> ')
      .replace(/^> $/gm, '>');
    const text = inner.map((block) => block.text).join(' ');
    return [{ kind: 'quote', markdown, text, isCentred: false, isLinks: false }];
  }

  /** Announcements are often set so; a program stays as it is. */
  #preformatted(element: Element, around: Around): Block[] {
    const written = rawText(element)
      .replace(/\t/g, '    ')
      .replace(/^\n+|\s+$/g, '');
    if (written.trim() === '') return [];
    if (/\p{Script=Han}/u.test(written)) {
      const runs = this.#runsOf(element).flatMap((run): Run[] =>
        run.kind === 'text'
          ? run.text
              .split('\n')
              .flatMap((text, i): Run[] => [
                ...(i > 0 ? [BREAK] : []),
                { ...run, text: text.replace(/^ {2,}/, '\u3000\u3000') },
              ])
          : [run],
      );
      return this.#paragraphs(runs, around.isCentred);
    }
    const fence = '`'.repeat(Math.max(3, ...[...written.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
    const text = written.replace(/\s+/g, ' ');
    return [
      { kind: 'code', markdown: `${fence}\n${written}\n${fence}`, text, isCentred: false, isLinks: false },
    ];
  }

  /** A film beside the page becomes a link to it. */
  #film(element: Element): Block[] {
    const source = [element, ...elementsNamed(element, 'source')].find(({ attribs }) => attribs.src)?.attribs
      .src;
    if (source === undefined) return [];
    this.references.push({ kind: 'link', href: source });
    const markdown = linkMark(this.references.length - 1, '视频');
    return [{ kind: 'paragraph', markdown, text: '视频', isCentred: true, isLinks: true }];
  }
}

const BREAK: Run = { kind: 'break' };

const pictureBlock = (index: number, isCentred: boolean): Block => ({
  kind: 'picture',
  markdown: pictureMark(index),
  text: '',
  isCentred,
  isLinks: false,
});

/** Pictures at the beginning or end of a line stand alone, those in the middle of a sentence stay there. */
function separatePictures(runs: readonly Run[]): ({ readonly runs: Run[] } | { readonly index: number })[] {
  const parts: ({ readonly runs: Run[] } | { readonly index: number })[] = [];
  const isEdge = (at: number, step: 1 | -1): boolean => {
    for (let i = at + step; ; i += step) {
      const run = runs[i];
      if (run === undefined || run.kind === 'break') return true;
      if (run.kind === 'text' && run.text.trim() !== '') return false;
    }
  };
  for (const [at, run] of runs.entries()) {
    if (run.kind === 'picture' && (isEdge(at, -1) || isEdge(at, 1))) {
      parts.push({ index: run.index });
      continue;
    }
    const last = parts.at(-1);
    if (last && 'runs' in last) last.runs.push(run);
    else if (run.kind !== 'break') parts.push({ runs: [run] });
  }
  return parts;
}
