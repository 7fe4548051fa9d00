import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

declare global {
  interface Window {
    readonly axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
  }
}
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** Must come before `judge`. As text into the page's own world: the policy forbids a script element. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axe);
}

/** What axe finds on a page as it stands, by all rules of WCAG 2.2 AA or by some. */
export async function judge(page: Page, rules?: readonly string[]): Promise<string[]> {
  const chosen = rules
    ? { runOnly: { type: 'rule', values: rules } }
    : { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } };
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.target.join(' ')} × ${nodes.length}`,
    );
  }, chosen);
}

/** By how many pixels a page is too wide, and what is cut off at its edge. */
export async function measureOverflow(page: Page): Promise<{ by: number; cut: string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const boxed = (node: Element): boolean => {
      for (let at = node.parentElement; at && at !== document.body; at = at.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const beyond = [...document.body.querySelectorAll('*')].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && box.right > width + 1 && !boxed(node);
    });
    return {
      by: Math.max(0, document.documentElement.scrollWidth - width),
      cut: beyond.map((node) => `${node.tagName} ${node.className}`),
    };
  });
}
