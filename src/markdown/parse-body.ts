import MarkdownIt, { type Env, type StateInline, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnotes from 'markdown-it-footnote';

/** A body as tokens: the text's blocks, and each note's; a `footnote_ref` names its note by index. */
export interface ParsedBody {
  readonly blocks: readonly Token[];
  readonly notes: readonly Note[];
}

/** A footnote. `isInline`: written where it is referred to, `^[so]`, by nothing else. */
export interface Note {
  readonly blocks: readonly Token[];
  readonly isInline: boolean;
}

interface BodyEnv extends Env {
  footnotes?: { list?: { label?: string; content?: string; tokens?: Token[] }[] };
}

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
parser.use(cjkFriendly).use(footnotes);
// The renderer reads definitions for positions, joins texts, and sets the notes itself.
parser.disable([
  'strip_references',
  'text_join',
  'footnote_tail',
  'html_block',
  'replacements',
  'smartquotes',
]);

/** Percent-encodes what an address cannot hold, and the host in punycode. */
export const encodeAddress = parser.normalizeLink;
export const { escapeHtml, normalizeReference } = parser.utils;
export const { parseLinkDestination, parseLinkTitle } = parser.helpers;

// Every address reaches the resolver as written, so that a refused one has a place.
parser.validateLink = () => true;
parser.normalizeLink = (href) => href;

/** Label of `[check-off]: code`, as labels are compared. */
export const CHECK_MARK = 'CHECK-OFF';

/** Any character that can begin inline markup; a text without one is a single run of text. */
const markup = /[\n&*<[\\_`~]/;

// A text without markup keeps `children` empty, which spares most paragraphs the inline parser.
parser.core.ruler.at('inline', (state) => {
  // A mark for copy-editing is no address: written in a text it stays what it is.
  delete state.env.references?.[CHECK_MARK];
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue;
    removeIndent(token);
    if (markup.test(token.content)) {
      const children: Token[] = [];
      parser.inline.parse(token.content, parser, state.env, children);
      token.children = children;
    }
  }
});

/** Takes away the spaces, full-width ones too, before a text, and with them lines of nothing else. */
function removeIndent(token: Token): void {
  const text = token.content.trimStart();
  const removed = token.content.length - text.length;
  if (removed === 0) return;
  const emptyLines = token.content.slice(0, removed).split('\n').length - 1;
  if (token.map) token.map = [token.map[0] + emptyLines, token.map[1]];
  token.content = text;
}

// Where a link, picture, note or raw tag stands in its text: `map` is [its first character, the end of its label].
const placed = new Set(['link_open', 'image', 'footnote_ref', 'raw_tag']);
parser.inline.State = class extends parser.inline.State {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = super.push(type, tag, nesting);
    if (placed.has(type)) token.map = [this.pos, this.posMax];
    return token;
  }
};

const rawTag = /<(?:!--|\/?[a-z][a-z0-9-]*(?=[\s/>]|$))/iy;
parser.inline.ruler.at('html_inline', (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  rawTag.lastIndex = state.pos;
  const found = rawTag.exec(state.src)?.[0];
  if (found === undefined || state.pos + found.length > state.posMax) return false;
  if (!silent) state.push('raw_tag', '', 0).content = found;
  state.pos += found.length;
  return true;
});

// Alt texts and `^[notes]` are parsed inside the parsing of their text. Notes stay out of both, since the
// plugin loses the inner one, and pictures in alt texts are limited, since each level reads its text again.
let nesting = 0;
const parseInline = parser.inline.parse.bind(parser.inline);
parser.inline.parse = (...input) => {
  nesting++;
  try {
    parseInline(...input);
  } finally {
    nesting--;
  }
};
const literalWhen = (mark: number, isLiteral: () => boolean) => (state: StateInline, silent: boolean) => {
  if (state.src.charCodeAt(state.pos) !== mark || !isLiteral()) return false;
  if (!silent) state.pending += String.fromCharCode(mark);
  state.pos++;
  return true;
};
parser.inline.ruler.before(
  'image',
  'nested_image',
  literalWhen(0x21, () => nesting > 3),
);
parser.inline.ruler.before(
  'footnote_inline',
  'nested_note',
  literalWhen(0x5e, () => nesting > 1),
);

/** Parses a body. Notes that nothing refers to stand last, so that no text is lost. */
export function parseBody(markdown: string): ParsedBody {
  const env: BodyEnv = {};
  const tokens = parser.parse(markdown, env);
  return env.footnotes ? separateNotes(tokens, env.footnotes.list ?? []) : { blocks: tokens, notes: [] };
}

function separateNotes(
  tokens: readonly Token[],
  list: NonNullable<NonNullable<BodyEnv['footnotes']>['list']>,
): ParsedBody {
  const blocks: Token[] = [];
  const definitions: { label: unknown; blocks: Token[] }[] = [];
  const open: Token[][] = [blocks];
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      const definition = { label: token.meta?.label, blocks: [] };
      definitions.push(definition);
      open.push(definition.blocks);
    } else if (token.type === 'footnote_reference_close') open.pop();
    else open.at(-1)?.push(token);
  }
  const unused = new Set(definitions);
  const firstByLabel = new Map(definitions.toReversed().map((definition) => [definition.label, definition]));
  const notes = list.map(({ label, content, tokens: children }): Note => {
    if (children) return { blocks: inlineNote(content ?? '', children), isInline: true };
    const definition = firstByLabel.get(label);
    if (definition) unused.delete(definition);
    return { blocks: definition?.blocks ?? [], isInline: false };
  });
  for (const definition of unused) notes.push({ blocks: definition.blocks, isInline: false });
  return { blocks, notes };
}

function inlineNote(content: string, children: Token[]): Token[] {
  const inline = new MarkdownIt.Token('inline', '', 0);
  inline.content = content;
  inline.children = children;
  return [
    new MarkdownIt.Token('paragraph_open', 'p', 1),
    inline,
    new MarkdownIt.Token('paragraph_close', 'p', -1),
  ];
}
