import { addressTexts } from './address-texts.ts';
import { archiveTexts } from './archive-texts.ts';
import type { Entry } from './entry.ts';
import { fieldTexts } from './field-texts.ts';
import { fileTexts } from './file-texts.ts';
import { importTexts } from './import-texts.ts';
import { linkTexts } from './link-texts.ts';
import { proofTexts } from './proof-texts.ts';
import { siteTexts } from './site-texts.ts';
import { yamlTexts } from './yaml-texts.ts';

/** Every mistake that content, or a site that is built of it, can hold. A code is a word, never reused for another mistake. */
export const catalogue = {
  ...fileTexts,
  ...yamlTexts,
  ...fieldTexts,
  ...addressTexts,
  ...linkTexts,
  ...archiveTexts,
  ...proofTexts,
  ...siteTexts,
  ...importTexts,
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof catalogue;

/** The checks of copy-editing. */
export type ProofCode = keyof typeof proofTexts;

/** What an editor may switch off: warnings that judge what was written, not what a page needs. */
export type SwitchableCode = ProofCode | 'source-unknown';

export const switchableCodes: readonly SwitchableCode[] = [
  ...(Object.keys(proofTexts) as ProofCode[]),
  'source-unknown',
];

type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that the texts of a code ask for. */
export type ProblemValues<C extends ProblemCode> = {
  readonly [Name in
    | Placeholders<(typeof catalogue)[C]['zh']['what']>
    | Placeholders<(typeof catalogue)[C]['zh']['fix']>
    | Placeholders<(typeof catalogue)[C]['en']['what']>
    | Placeholders<(typeof catalogue)[C]['en']['fix']>]: string;
};
