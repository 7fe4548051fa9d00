import path from 'node:path';
import { LiveContent } from '../content/live-content.ts';
import type { Problem } from '../problems/problem.ts';
import type { Moment } from '../site/clock.ts';
import { PreviewSite } from './preview-site.ts';

export interface PreviewOptions {
  readonly content: string;
  readonly cache: string;
  readonly projectRoot: string;
  readonly compiledRoot: string;
  readonly now: (timeZone: string) => Moment;
  /** Only articles of this year and later. */
  readonly since: number | undefined;
}

/** The files of a site and what is made of them, kept up with every save. */
export class Preview {
  readonly #options: PreviewOptions;
  readonly #live: LiveContent;
  #compiledRoot: string;
  #hindrances: readonly string[] = [];
  #site: PreviewSite;

  private constructor(options: PreviewOptions, live: LiveContent) {
    this.#options = options;
    this.#live = live;
    this.#compiledRoot = options.compiledRoot;
    this.#site = this.#build();
  }

  static async open(options: PreviewOptions): Promise<Preview> {
    const { content: root, compiledRoot, cache, since } = options;
    const live = await LiveContent.read({ root, compiledRoot, memory: path.join(cache, 'preview'), since });
    return new Preview(options, live);
  }

  get site(): PreviewSite {
    return this.#site;
  }

  get problems(): readonly Problem[] {
    return this.#site.problems;
  }

  /** Content was saved: these files, or any where that is not known. */
  update(changed: ReadonlySet<string> | undefined): void {
    this.#live.update(changed);
    this.#site = this.#build();
  }

  /** Templates, styles or scripts were saved. What cannot be compiled is said on every page, drawn as it was. */
  async recompile(compile: () => Promise<{ readonly compiledRoot: string }>): Promise<void> {
    try {
      ({ compiledRoot: this.#compiledRoot } = await compile());
      this.#hindrances = [];
    } catch (error) {
      this.#hindrances = [
        `模板没有编译成功，页面仍是原来的样子：${error instanceof Error ? error.message : error}`,
      ];
    }
    this.#site = this.#build();
  }

  #build(): PreviewSite {
    const { projectRoot, now, since } = this.#options;
    const { content, brokenRegistries } = this.#live;
    const standIn =
      brokenRegistries.length === 0
        ? []
        : [`${brokenRegistries.join('、')} 有错误，改好之前，页面按原来的内容显示`];
    return new PreviewSite({
      content,
      now: now(content.site.timeZone),
      projectRoot,
      compiledRoot: this.#compiledRoot,
      since,
      hindrances: [...this.#hindrances, ...standIn],
    });
  }
}
