import fs from 'node:fs';
import path from 'node:path';
import type { KnownFile } from '../build/last-build.ts';
import type { FoundFiles } from '../build/walk-folder.ts';
import type { Changes } from './manifest.ts';
import { markName, type OutputFolder } from './output-folder.ts';
import { publishingSteps } from './publishing-order.ts';
import { switchSite } from './switch-site.ts';

/** By their paths in the output. */
export interface NewSite {
  /** Files that stay as they are. */
  readonly kept: ReadonlyMap<string, KnownFile>;
  /** Files that wait in staging. */
  readonly staged: ReadonlyMap<string, KnownFile>;
}

/**
 * Moves what is new or different, removes what is no longer part of the site. A page that was drawn anew but
 * came out the same keeps its file, so that hosts are sent only what differs.
 */
export function replaceSite(
  { kept, staged }: NewSite,
  output: OutputFolder,
  found: FoundFiles,
): Changes & { files: Map<string, KnownFile> } {
  const files = new Map([...kept, ...staged]);
  const changed: string[] = [];
  const added: string[] = [];
  for (const [file, known] of staged) {
    const old = path.join(output.folder, file);
    const fresh = path.join(output.staging, file);
    if (!found.has(file)) added.push(file);
    else if (sameBytes(old, fresh, known.size)) {
      fs.rmSync(fresh);
      files.set(file, { ...known, mtimeMs: fs.statSync(old).mtimeMs });
    } else changed.push(file);
  }
  // The folder itself is asked, not the last build: another hand may have put files there.
  const removed = [...found.keys()].filter((file) => file !== markName && !files.has(file));
  const steps = publishingSteps({ added, changed, removed });
  switchSite(output, { moved: steps.sent.flat(), removed: steps.removed.flat() });
  return { files, added: added.sort(), changed: changed.sort(), removed: removed.sort() };
}

function sameBytes(file: string, other: string, size: number): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size !== size) return false;
  // A merged site and its part may share the file.
  const { dev, ino } = fs.statSync(other);
  return (stat.ino === ino && stat.dev === dev) || fs.readFileSync(file).equals(fs.readFileSync(other));
}
