import type { Article } from './corpus.mjs';

/** How one builder wants the made archive. */
export interface Format {
  readonly file: (article: Article) => string;
  readonly text: (article: Article) => string;
  readonly writeRest: (folder: string) => void;
}

export const contentFolder: Format;
export const hugoContent: Format;
