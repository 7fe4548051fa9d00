import type { Archive } from '../archive/archive.ts';
import type { Article } from '../content/article.ts';
import { type ArticlePlace, buildArticlePage, buildGoneArticle } from './article-page.ts';
import { articleAddress, pageSections } from './build-pages.ts';
import type { Page } from './page.ts';
import { buildViews, type Views } from './views.ts';

/** Single pages of the site, found without building the others: what `buildPages` yields at an address. */
export class PageFinder {
  readonly #views: Views;
  readonly #articles: ReadonlyMap<string, Article>;
  readonly #found = new Map<string, Page | undefined>();

  constructor(archive: Archive) {
    this.#views = buildViews(archive);
    this.#articles = new Map(archive.articles.map((article) => [article.address, article]));
  }

  find(address: string): Page | undefined {
    if (!this.#found.has(address)) this.#found.set(address, this.#build(address));
    return this.#found.get(address);
  }

  #build(address: string): Page | undefined {
    if (articleAddress.test(address)) {
      const page = this.#buildArticle(address);
      if (page) return page;
    }
    for (const { addresses, build } of pageSections) {
      if (addresses === articleAddress || !addresses.test(address)) continue;
      for (const page of build(this.#views)) if (page.address === address) return page;
    }
    return undefined;
  }

  #buildArticle(address: string): Page | undefined {
    const { archive } = this.#views;
    const article = this.#articles.get(address);
    if (!article) {
      const held = archive.heldBack.find((each) => each.article.address === address);
      return held && buildGoneArticle(this.#views, held);
    }
    const placeIn = (of: ArticlePlace['of'], list: string): ArticlePlace => {
      const articles = archive.lists.get(list)?.articles ?? [];
      return { articles, index: articles.indexOf(article), of };
    };
    const inZone = article.zone === undefined ? undefined : placeIn('zone', `/zones/${article.zone}/`);
    const alone = inZone === undefined || inZone.articles.length === 1;
    return buildArticlePage(
      this.#views,
      article,
      alone ? placeIn('channel', `/${article.channel}/`) : inZone,
    );
  }
}
