import { problem } from '../problems/problem.ts';
import type { Finding } from './finding.ts';
import { wordsNear } from './finding.ts';
import type { HtmlVisitor } from './scan-html.ts';
import { addressOf } from './site-view.ts';
import { Skeletons } from './skeleton.ts';

/** Skeletons that one thread judges at most: about twenty seconds. */
const mostJudged = 1500;
/** Pages that are judged themselves where their skeleton is wrong. */
const mostNamed = 100;

export interface JudgedPages {
  readonly findings: readonly Finding[];
  /** Pages whose skeleton was judged, and how many skeletons they have. */
  readonly judged: number;
  readonly skeletons: number;
  readonly unjudged: number;
}

/** Gathers the skeletons of pages, then has html-validate judge them: those that most pages have come first. */
export class HtmlJudge {
  readonly #skeletons = new Skeletons();
  readonly #groups = new Map<string, { readonly text: () => string; readonly files: string[] }>();

  /** What must see a page while it is scanned. Call `add` with it then. */
  begin(html: string): ReturnType<Skeletons['begin']> & HtmlVisitor {
    return this.#skeletons.begin(html);
  }

  add(file: string, html: string, skeleton: ReturnType<Skeletons['begin']>): void {
    const { id, isOdd } = skeleton;
    const key = isOdd ? file : String(id);
    const group = this.#groups.get(key);
    if (group) group.files.push(file);
    else this.#groups.set(key, { text: () => (isOdd ? html : this.#skeletons.show(id)), files: [file] });
  }

  /** @param read gives the text of a page again */
  async finish(read: (file: string) => string): Promise<JudgedPages> {
    const { judgeHtml } = await import('./judge-html.ts');
    const groups = [...this.#groups.values()].sort((a, b) => b.files.length - a.files.length);
    const judged = groups.slice(0, mostJudged);
    const findings: Finding[] = [];
    for (const { text, files } of judged) {
      if (judgeHtml(text()).length === 0) continue;
      for (const file of files.slice(0, mostNamed)) {
        const html = read(file);
        for (const { rule, message, line, column } of judgeHtml(html)) {
          const values = { page: addressOf(file), rule, value: message };
          const at = offsetOf(html, line, column);
          findings.push({
            problem: problem('site-html', { file, line, column }, values),
            clue: { words: wordsNear(html, at) },
          });
        }
      }
    }
    const count = (list: typeof groups): number => list.reduce((sum, { files }) => sum + files.length, 0);
    return {
      findings,
      judged: count(judged),
      skeletons: judged.length,
      unjudged: count(groups) - count(judged),
    };
  }
}

function offsetOf(html: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) start = html.indexOf('\n', start) + 1;
  return start + column - 1;
}
