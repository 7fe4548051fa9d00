import {
  arrivedBefore,
  arrivedFile,
  compareWithArrived,
  readArrived,
  writeArrived,
} from './arrived-files.ts';
import type { Changes, Manifest } from './manifest.ts';
import { publishingSteps } from './publishing-order.ts';
import { readSiteFiles } from './site-files.ts';
import type { Target } from './targets/target.ts';

export interface FarOptions {
  /** The built site. */
  readonly folder: string;
  /** As the user wrote it: by this it is remembered. */
  readonly name: string;
  readonly open: () => Target;
  readonly cache: string;
  /** Says what a target holds of which nothing is remembered: the site before this build. */
  readonly manifest: Manifest | undefined;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  readonly onStep: (done: number, total: number) => void;
}

export interface FarPlan {
  readonly changes: Changes;
  /** Nothing is remembered of the target: everything is sent, and nothing can be removed. */
  readonly first: boolean;
}

/** Files after which it is remembered what has arrived, so that a long run that is cut short goes on from there. */
const atOnce = 10_000;

/**
 * Sends what the target lacks, in an order in which no page names a file that is not there, and removes what is no
 * longer part of the site. What has arrived is remembered step by step; before anything is sent, that it may be there.
 * @throws {ToolFailed}
 */
export async function publishFar(options: FarOptions): Promise<FarPlan> {
  const { folder, name, cache, manifest } = options;
  const file = arrivedFile(cache, name);
  const remembered = readArrived(file, name) ?? (manifest && arrivedBefore(manifest));
  const arrived = remembered ?? { files: new Map(), unsure: new Set<string>() };
  const site = readSiteFiles(folder, arrived.files);
  const changes = compareWithArrived(site, arrived);
  const plan = { changes, first: remembered === undefined };
  const all = [...changes.added, ...changes.changed, ...changes.removed];
  if (options.dryRun || all.length === 0) return plan;

  const target = options.open();
  for (const each of all) arrived.unsure.add(each);
  writeArrived(file, name, arrived);
  let done = 0;
  const arrive = (files: readonly string[]): void => {
    for (const each of files) {
      const known = site.get(each);
      if (known) arrived.files.set(each, known);
      else arrived.files.delete(each);
      arrived.unsure.delete(each);
    }
    writeArrived(file, name, arrived);
    done += files.length;
    options.onStep(done, all.length);
  };
  const steps = publishingSteps(changes);
  for (const files of steps.sent.flatMap(parts)) {
    await target.send(folder, files, options.signal);
    arrive(files);
  }
  for (const files of steps.removed.flatMap(parts)) {
    await target.remove(folder, files, options.signal);
    arrive(files);
  }
  return plan;
}

function parts(files: readonly string[]): string[][] {
  const cut: string[][] = [];
  for (let from = 0; from < files.length; from += atOnce) cut.push(files.slice(from, from + atOnce));
  return cut;
}
