import { problem } from '../problems/problem.ts';
import { checkData } from './check-data.ts';
import { checkHead, type PageKind } from './check-head.ts';
import { type Clue, type Finding, noClue, placeAt, wordsNear } from './finding.ts';
import { type Found, type FoundTarget, PageScan } from './page-scan.ts';
import { TargetReader } from './resolve-target.ts';
import { type HtmlVisitor, scanHtml } from './scan-html.ts';
import { addressOf, fileOf, isArticleAddress, type SiteView } from './site-view.ts';

/** A target of a page, with its place there. */
export interface PlacedTarget {
  /** As written. */
  readonly value: string;
  readonly use: FoundTarget['use'];
  /** In the site; undefined where it cannot be one. */
  readonly address: string | undefined;
  readonly anchor: string;
  readonly line: number;
  readonly column: number;
  /** In the text that an editor wrote. */
  readonly isInText: boolean;
  readonly clue: Clue;
}

/** What one page says, for the checks that look at several. */
export interface PageReport {
  readonly file: string;
  readonly address: string;
  /** Not written to its end: then nothing else is said of it. */
  readonly isCut: boolean;
  readonly isMoved: boolean;
  /** Kept from search engines. */
  readonly isHidden: boolean;
  readonly title: string;
  readonly ids: readonly string[];
  /** Targets that are not there. */
  readonly dead: readonly PlacedTarget[];
  /** Targets with an anchor, on other pages. */
  readonly anchors: readonly PlacedTarget[];
  /** Addresses in the page's list of articles. */
  readonly items: readonly string[];
  readonly listCount: number | undefined;
  readonly links: number;
  readonly article: ArticleFacts | undefined;
  readonly findings: readonly Finding[];
}

/** What an article's page says of it. */
export interface ArticleFacts {
  readonly title: string;
  readonly heading: string;
  readonly date: string;
  readonly source: string;
  /** Addresses. */
  readonly prev: string | undefined;
  readonly next: string | undefined;
}

/** Checks pages one by one, each by itself. */
export class PageChecker {
  readonly #url: string;
  readonly #files: ReadonlySet<string>;
  readonly #hidden: ReadonlySet<string>;
  readonly #columns: ReadonlySet<string>;
  readonly #targets: TargetReader;

  constructor({ files, url, hidden, columns }: SiteView) {
    this.#url = url;
    this.#files = new Set(files);
    this.#hidden = new Set(hidden);
    this.#columns = new Set(columns);
    this.#targets = new TargetReader(url);
  }

  /** @param also sees the page as it is scanned */
  check(file: string, html: string, also?: HtmlVisitor): PageReport {
    const scan = new PageScan(html);
    scanHtml(html, also ? both(scan, also) : scan);
    const address = addressOf(file);
    const findings: Finding[] = [];
    const at = (offset: number) => ({ file, ...placeAt(html, offset) });
    const isArticle = isArticleAddress(address) && !scan.isHidden && !scan.isMoved;
    const report = {
      file,
      address,
      isCut: !scan.isWhole,
      isMoved: scan.isMoved,
      isHidden: scan.isHidden,
      title: scan.title,
      ids: [...scan.ids.keys()],
      items: scan.items.map((href) => this.#addressOf(href, address)),
      listCount: scan.listCount,
      links: scan.targets.length,
      article: isArticle ? this.#articleFacts(scan, address) : undefined,
      findings,
    };
    if (report.isCut) {
      findings.push({ problem: problem('site-page-cut', at(html.length), { page: address }), clue: noClue });
      return { ...report, dead: [], anchors: [] };
    }
    for (const { value, at: offset } of scan.idsTwice) {
      findings.push({
        problem: problem('site-id-twice', at(offset), { page: address, value }),
        clue: this.#clueOf(scan, offset),
      });
    }
    const kind: PageKind = isArticle ? 'article' : this.#columns.has(address) ? 'column' : 'other';
    findings.push(
      ...this.#checkHeadings(scan, file, address),
      ...checkHead(scan, { file, address, url: this.#url + address.slice(1), kind }),
      ...checkData(scan, { file, address, isArticle }),
      ...(isArticle ? checkParts(scan, file, address) : []),
    );
    for (const { value, at: offset } of scan.sizeless) {
      findings.push({
        problem: problem('site-picture-size', at(offset), { page: address, value }),
        clue: this.#clueOf(scan, offset, value),
      });
    }
    return { ...report, ...this.#checkTargets(scan, file, address, findings) };
  }

  #checkTargets(
    scan: PageScan,
    file: string,
    page: string,
    findings: Finding[],
  ): Pick<PageReport, 'dead' | 'anchors'> {
    const dead: PlacedTarget[] = [];
    const anchors: PlacedTarget[] = [];
    const seen = new Set<string>();
    for (const found of scan.targets) {
      if (seen.has(found.value)) continue;
      seen.add(found.value);
      const target = this.#targets.read(found.value, page);
      if (target.kind === 'other') continue;
      if (target.kind === 'foreign') {
        if (found.isOwn) findings.push(this.#findingAt(scan, file, page, found));
        continue;
      }
      const address = target.kind === 'inside' ? target.address : undefined;
      const anchor = target.kind === 'inside' ? target.anchor : '';
      const place = () => ({
        value: found.value,
        use: found.use,
        address,
        anchor,
        ...placeAt(scan.html, found.at),
        isInText: isInText(scan, found.at),
        clue: {
          ...this.#clueOf(scan, found.at, found.value),
          ...(address !== undefined && { target: address + (anchor && `#${anchor}`) }),
        },
      });
      if (address === undefined || this.#hidden.has(address) || !this.#files.has(fileOf(address)))
        dead.push(place());
      else if (anchor !== '' && !(address === page && scan.ids.has(anchor))) anchors.push(place());
    }
    return { dead, anchors };
  }

  #findingAt(scan: PageScan, file: string, page: string, { value, at }: Found): Finding {
    return {
      problem: problem('site-file-foreign', { file, ...placeAt(scan.html, at) }, { page, value }),
      clue: this.#clueOf(scan, at, value),
    };
  }

  /** One h1, and no level left out. */
  #checkHeadings(scan: PageScan, file: string, page: string): Finding[] {
    const findings: Finding[] = [];
    const tell = (offset: number, value: string): void => {
      findings.push({
        problem: problem('site-headings', { file, ...placeAt(scan.html, offset) }, { page, value }),
        clue: this.#clueOf(scan, offset),
      });
    };
    const first = scan.headings.filter(({ level }) => level === 1);
    if (first.length === 0) tell(0, '没有 h1');
    for (const extra of first.slice(1)) tell(extra.at, '不止一个 h1');
    for (const [place, { level, at }] of scan.headings.entries()) {
      const before = scan.headings[place - 1]?.level ?? level;
      if (level > before + 1) tell(at, `h${before} 之后是 h${level}`);
    }
    return findings;
  }

  /** What stands in the article's text was written there; elsewhere an address may still be. */
  #clueOf(scan: PageScan, at: number, value?: string): Clue {
    const name = value?.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1);
    return {
      words: [
        ...(value === undefined ? [] : [value]),
        ...(name === undefined ? [] : [name]),
        ...(isInText(scan, at) ? wordsNear(scan.html, at) : []),
      ],
    };
  }

  #articleFacts(scan: PageScan, page: string): ArticleFacts {
    const addressOfLink = (href: string | undefined): string | undefined =>
      href === undefined ? undefined : this.#addressOf(href, page);
    return {
      title: scan.meta.get('ArticleTitle') ?? '',
      heading: scan.h1,
      date: scan.meta.get('PubDate') ?? '',
      source: scan.fields.get('source') ?? '',
      prev: addressOfLink(scan.prev),
      next: addressOfLink(scan.next),
    };
  }

  #addressOf(href: string, page: string): string {
    const target = this.#targets.read(href, page);
    return target.kind === 'inside' ? target.address : href;
  }
}

const isInText = ({ body }: PageScan, at: number): boolean =>
  body !== undefined && at >= body.from && at <= body.to;

/** What a program must find find on an article's page. */
function checkParts(scan: PageScan, file: string, page: string): Finding[] {
  const lack = (name: string, key?: string): Finding => ({
    problem: problem('site-part-missing', { file, line: 1, column: 1 }, { page, name }),
    clue: { words: [], ...(key !== undefined && { key }) },
  });
  const findings: Finding[] = [];
  if (scan.crumbs < 2) findings.push(lack('面包屑（您现在的位置）'));
  if (scan.times.length === 0) findings.push(lack('time[datetime]', 'date'));
  if (!scan.fields.get('source')) findings.push(lack('[data-field="source"]', 'source'));
  if (scan.body === undefined) findings.push(lack('[data-pagefind-body]'));
  return findings;
}

const both = (one: HtmlVisitor, other: HtmlVisitor): HtmlVisitor => ({
  open(name, attributes, at) {
    one.open(name, attributes, at);
    other.open(name, attributes, at);
  },
  close(name) {
    one.close(name);
    other.close(name);
  },
  text(from, to) {
    one.text(from, to);
    other.text(from, to);
  },
  odd(at) {
    one.odd(at);
    other.odd(at);
  },
});
