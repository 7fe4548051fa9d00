/** What stands at a place of front matter or of a registry. `at` is the offset of its first character. */
export type YamlNode = TextNode | EmptyNode | BadNode | ListNode | MapNode;

/** A scalar as it is written: `012`, `yes` and `2.50` stay text. */
interface TextNode {
  readonly kind: 'text';
  readonly at: number;
  readonly text: string;
  readonly quoted: boolean;
}

/** Nothing, `~` or `null`; where nothing is written, `at` is that of the key. */
interface EmptyNode {
  readonly kind: 'empty';
  readonly at: number;
}

/** A value that is wrong and already reported: nothing more is to be said about it. */
interface BadNode {
  readonly kind: 'bad';
  readonly at: number;
}

interface ListNode {
  readonly kind: 'list';
  readonly at: number;
  readonly items: readonly YamlNode[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly at: number;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly at: number;
  readonly value: YamlNode;
}

/** What YAML 1.2 takes for nothing where it is not quoted. */
export const meansNothing = (text: string): boolean => /^(?:~|null|Null|NULL)?$/.test(text);
