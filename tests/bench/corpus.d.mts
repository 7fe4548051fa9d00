export interface Article {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly channel: string;
  readonly region: string;
  readonly zone: string;
  readonly paragraphs: readonly string[];
}

export function makeArticle(index: number, seed: number): Article;
