/** Whose ids and names a text may be. */
export type RegistryName = 'channels' | 'regions' | 'zones' | 'topics' | 'sources';

/** What JSON Schema (draft 7) can say of a kind of value, and two words of ours. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: false;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  /** The text names a file of this kind. */
  readonly contentMediaType?: 'image/*' | 'video/*';
  /** For words of `enum` that mean the same as a word that is better shown. */
  readonly shownAs?: Readonly<Record<string, string>>;
  /** The text is an id or name of this registry; what that holds is put in its place for each content folder. */
  readonly registry?: RegistryName;
}
