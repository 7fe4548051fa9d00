import fs from 'node:fs';
import path from 'node:path';
import { Assets } from '../content/assets.ts';
import { parseArticle } from '../content/read-article.ts';
import type { Ground } from '../content/read-ground.ts';
import { openSource } from '../content/source-name.ts';
import {
  buildFrontMatter,
  createFile,
  makeFolder,
  monthFolder,
  writtenDate,
} from '../content/write-article.ts';
import type { Problem } from '../problems/problem.ts';
import { AssetFolder } from './copy-assets.ts';
import { escapeDestination, escapeMarkdown, escapeTitle } from './escape-markdown.ts';
import type { LinkTargets } from './link-targets.ts';
import { replaceMarks } from './marks.ts';
import type { OldSite } from './old-site.ts';
import type { PlannedArticle } from './plan-articles.ts';
import { type OldBody, type OldPage, squeezed } from './read-old-page.ts';

export interface Workshop {
  /** The content folder. */
  readonly root: string;
  /** Where an article is put together, on the same disk as the content where it is to go there. */
  readonly stage: string;
  readonly isDry: boolean;
  readonly ground: Ground;
  readonly site: OldSite;
  readonly targets: LinkTargets;
  /** Keywords and summaries that a site gives to every page. */
  readonly isCommon: (text: string) => boolean;
  readonly bodyOf: (article: PlannedArticle) => readonly { readonly page: OldPage; readonly body: OldBody }[];
}

/** What an article became. */
export interface Written {
  /** Relative to the content folder; undefined where even a draft would not pass the checks. */
  readonly file: string | undefined;
  readonly isDraft: boolean;
  readonly pictures: number;
  readonly attachments: number;
  /** Old addresses to which links led in vain. */
  readonly deadLinks: readonly string[];
  /** What the checks find in it as it was first put together. */
  readonly codes: readonly string[];
}

/**
 * Puts an article together, reads it as the site would, and only then moves it into the content folder. One that
 * would not pass is tried again as a draft without links and pictures.
 */
export function writeImported(article: PlannedArticle, workshop: Workshop): Written {
  const first = tryArticle(article, workshop, false);
  if (first.codes.length === 0) return keep(article, first, workshop);
  article.lacks.push('check');
  const plain = tryArticle(article, workshop, true);
  const written = plain.codes.length === 0 ? keep(article, plain, workshop) : { ...plain, file: undefined };
  return { ...written, codes: first.codes };
}

interface Attempt extends Omit<Written, 'file'> {
  readonly text: string;
  readonly assets: AssetFolder;
}

function tryArticle(article: PlannedArticle, workshop: Workshop, isPlain: boolean): Attempt {
  fs.rmSync(workshop.stage, { recursive: true, force: true });
  const folder = article.address.slice(1, -1);
  const assets = new AssetFolder(workshop.stage, folder);
  const body = new ImportedBody(article, workshop, assets, isPlain);
  const isDraft = article.lacks.length > 0;
  const text = `${frontMatterOf(article, workshop, body, isDraft)}\n${body.markdown}\n`;
  const file = assets.isEmpty ? `${folder}.md` : `${folder}/index.md`;
  const codes = errorsIn(text, file, workshop, assets).map(({ code }) => code);
  const { pictures, attachments, deadLinks } = body;
  return { text, assets, isDraft, pictures, attachments, deadLinks: [...deadLinks], codes };
}

function errorsIn(text: string, file: string, { ground, stage }: Workshop, assets: AssetFolder): Problem[] {
  const problems: Problem[] = [];
  const around = { ...ground.source.around, assets: new Assets(stage, new Set(assets.files)) };
  parseArticle(Buffer.from(text), file, ground.registries, around, problems, new Map());
  return problems.filter(({ level }) => level === 'error');
}

function keep(article: PlannedArticle, attempt: Attempt, { root, stage, isDry }: Workshop): Written {
  const folder = article.address.slice(1, -1);
  const file = attempt.assets.isEmpty ? `${folder}.md` : `${folder}/index.md`;
  if (!isDry) {
    makeFolder(root, monthFolder(article.date));
    if (attempt.assets.isEmpty) {
      if (!createFile(path.join(root, file), attempt.text)) throw taken(file);
    } else {
      fs.writeFileSync(path.join(stage, file), attempt.text, { flag: 'wx' });
      if (fs.lstatSync(path.join(root, folder), { throwIfNoEntry: false })) throw taken(folder);
      fs.renameSync(path.join(stage, folder), path.join(root, folder));
    }
  }
  return { ...attempt, file };
}

const taken = (file: string): Error =>
  Object.assign(new Error(`${file} 在导入时被别的程序写了，请再运行一次`), { code: 'EBUSY' });

function frontMatterOf(
  { title, date, channel, placed, fields, aliases }: PlannedArticle,
  { ground: { registries }, isCommon }: Workshop,
  body: ImportedBody,
  isDraft: boolean,
): string {
  const nameOf = (key: 'channels' | 'zones' | 'regions', id: string | undefined): string | undefined => {
    const item = id === undefined ? undefined : registries[key].find(id);
    return item && registries[key].find(item.name) === item ? item.name : id;
  };
  const { summary, keywords } = fields;
  const repeats = summary === undefined || body.beginning.startsWith(squeezed(summary).slice(0, 30));
  return buildFrontMatter({
    title,
    subtitle: fields.subtitle === title ? undefined : fields.subtitle,
    originalTitle: fields.originalTitle === title ? undefined : fields.originalTitle,
    date: writtenDate(date),
    updated: fields.updated,
    source: placed.source ?? openSource,
    channel: nameOf('channels', channel),
    zone: nameOf('zones', placed.zone),
    region: nameOf('regions', placed.region),
    medium: placed.medium === 'picture' && body.hasCaption ? 'picture' : undefined,
    author: fields.author,
    editor: fields.editor,
    keywords: isCommon(keywords.join()) ? [] : keywords.filter((word) => word !== title),
    summary: repeats || isCommon(summary) || squeezed(summary) === squeezed(title) ? undefined : summary,
    aliases,
    draft: isDraft,
  });
}

/** The text of an article with its links and pictures in place. */
class ImportedBody {
  readonly markdown: string;
  readonly beginning: string;
  readonly deadLinks = new Set<string>();
  hasCaption = false;
  pictures = 0;
  attachments = 0;
  readonly #article: PlannedArticle;
  readonly #targets: LinkTargets;
  readonly #site: OldSite;
  readonly #assets: AssetFolder;
  readonly #isPlain: boolean;
  readonly #seen = new Set<string>();

  constructor(
    article: PlannedArticle,
    { targets, site, bodyOf }: Workshop,
    assets: AssetFolder,
    isPlain: boolean,
  ) {
    this.#article = article;
    this.#targets = targets;
    this.#site = site;
    this.#assets = assets;
    this.#isPlain = isPlain;
    const parts = bodyOf(article);
    this.beginning = parts[0]?.body.beginning ?? '';
    const texts = parts.map(({ page, body: { markdown, references } }) =>
      replaceMarks(
        markdown,
        (index, text) => {
          const reference = references[index];
          return reference?.kind === 'link' ? this.#link(page, reference.href, text) : text;
        },
        (index) => {
          const reference = references[index];
          return reference?.kind === 'picture' ? this.#picture(page, reference) : '';
        },
      ),
    );
    this.markdown = texts
      .join('\n\n')
      .replace(/^[ \t]*(?:[-*]|\d+\.)[ \t]*$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (article.placed.medium !== 'text' && !this.hasCaption) this.#note('picture-medium');
  }

  #link(page: OldPage, href: string, text: string): string {
    if (text === '') return '';
    const target = this.#targets.follow(page, href);
    if (target.kind === 'none' && target.old !== undefined) {
      this.deadLinks.add(target.old);
      this.#note('link-dropped');
    }
    if (target.kind === 'none' || this.#isPlain) return text;
    if (target.kind === 'address') {
      // A link to itself, as pages of several parts have.
      return target.href === this.#article.address ? text : `[${text}](${escapeDestination(target.href)})`;
    }
    const name = this.#assets.attachment(target.file, target.type);
    if (name === undefined) {
      this.#note('link-dropped');
      return text;
    }
    if (!this.#seen.has(name)) this.attachments++;
    this.#seen.add(name);
    return `[${text}](${name})`;
  }

  #picture(page: OldPage, { src, alt, caption }: { src: string; alt: string; caption: string }): string {
    const file = this.#site.find(page.file, page.url, src);
    const name = file && !this.#isPlain ? this.#assets.picture(file) : undefined;
    if (name === undefined) {
      this.#note('picture-missing');
      // What was said below it would be lost with it.
      return caption === '' ? '' : escapeMarkdown(caption, true);
    }
    if (!this.#seen.has(name)) this.pictures++;
    this.#seen.add(name);
    if (caption !== '') this.hasCaption = true;
    const title = caption === '' ? '' : ` "${escapeTitle(caption)}"`;
    return `![${escapeMarkdown(alt || caption, false)}](${name}${title})`;
  }

  #note(note: PlannedArticle['notes'][number]): void {
    if (!this.#article.notes.includes(note)) this.#article.notes.push(note);
  }
}
