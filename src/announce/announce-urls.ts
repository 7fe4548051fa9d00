import type { Engine } from './engine.ts';
import { readUnsent, writeUnsent } from './unsent.ts';

export interface Announced {
  readonly accepted: number;
  readonly refused: readonly { readonly url: string; readonly why: string }[];
  /** Still to be sent; `.cache` remembers them. */
  readonly left: readonly string[];
  /** Why, in Chinese; undefined where everything was taken. */
  readonly stopped: string | undefined;
}

/**
 * Tells an engine addresses, in messages of the size that it takes, and stops at the first that it does not. What it
 * has not taken is remembered after every message, so that a run that is cut short sends nothing twice.
 */
export async function announceUrls(
  engine: Engine,
  urls: readonly string[],
  cache: string,
  signal: AbortSignal,
): Promise<Announced> {
  let left = urls;
  let accepted = 0;
  let stopped: string | undefined;
  const refused: { readonly url: string; readonly why: string }[] = [];
  const remember = (): void => writeUnsent(cache, { ...readUnsent(cache), [engine.id]: left });
  remember();
  while (left.length > 0 && stopped === undefined) {
    const answer = await engine.submit(left.slice(0, engine.atOnce), signal);
    accepted += answer.accepted.length;
    refused.push(...answer.refused);
    const done = new Set([...answer.accepted, ...answer.refused.map(({ url }) => url)]);
    left = left.filter((url) => !done.has(url));
    stopped = left.length > 0 ? answer.stopped : undefined;
    remember();
    if (done.size === 0) break;
  }
  return { accepted, refused, left, stopped };
}
