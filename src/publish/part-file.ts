import fs from 'node:fs';
import path from 'node:path';
import { permanentAddresses } from '../archive/addresses.ts';
import { holderOf, yearsOf } from '../archive/part-years.ts';
import type { KnownFile } from '../build/last-build.ts';
import { isPartOfIndex } from '../search/part-index.ts';
import type { YearSpan } from '../site/year-span.ts';
import { markName, type OutputFolder, OutputRefused } from './output-folder.ts';
import type { NewSite } from './replace-site.ts';
import { type DigestedSite, digestOfSite } from './site-digest.ts';

/** Stands in a part of a site, which is no site of its own, and tells what it takes to join it to the others. */
export const partName = '.investchn-part';

export interface PartFile {
  readonly format: 1;
  /** As they were asked for: `2005-2009`. */
  readonly years: string;
  /** The same in all parts of one site. */
  readonly site: string;
  /** Whether the site has its index. */
  readonly search: boolean;
  /** Years of the archive, `2005`; and those of them that stand in this part. */
  readonly all: readonly string[];
  readonly held: readonly string[];
  /** Of the whole site, told by the part with the newest year: what may not vanish, and what answers for an address. */
  readonly addresses:
    | { readonly permanent: readonly string[]; readonly answered: readonly string[] }
    | undefined;
  /** Those that go into the site, with their bytes. */
  readonly files: readonly (readonly [file: string, size: number])[];
}

/**
 * A part must not take a whole site's place.
 * @throws {OutputRefused}
 */
export function refuseWholeSite(folder: string): void {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  if (names.some((name) => name !== markName) && !names.includes(partName))
    throw new OutputRefused(`${folder} 里是完整的网站，--years 只生成其中几年的部分，请用 --output 另选一处`);
}

export interface PartJob extends DigestedSite {
  readonly years: YearSpan;
  readonly answered: ReadonlySet<string>;
  readonly site: { readonly kept: NewSite['kept']; readonly staged: Map<string, KnownFile> };
  readonly output: OutputFolder;
}

/** Writes the file of a part into staging, beside the rest of it. */
export function writePartFile(job: PartJob): void {
  const { archive, years, site, output, search } = job;
  const holds = holderOf(archive, years);
  const all = yearsOf(archive);
  const part: PartFile = {
    format: 1,
    years: years.text,
    site: digestOfSite(job),
    search,
    all,
    held: all.filter(holds),
    addresses: holds(undefined)
      ? { permanent: permanentAddresses(archive), answered: [...job.answered] }
      : undefined,
    files: [...site.kept, ...site.staged]
      .filter(([file]) => !isPartOfIndex(file))
      .map(([file, { size }]) => [file, size] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
  const file = path.join(output.staging, partName);
  fs.mkdirSync(output.staging, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(part), { flag: 'wx' });
  const { size, mtimeMs } = fs.statSync(file);
  site.staged.set(partName, { key: partName, size, mtimeMs });
}

/** Undefined where the folder is no part, or its file is not of this version. */
export function readPartFile(folder: string): PartFile | undefined {
  const file = path.join(folder, partName);
  if (!fs.existsSync(file)) return undefined;
  try {
    const part: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return isPartFile(part) ? part : undefined;
  } catch {
    return undefined;
  }
}

function isPartFile(value: unknown): value is PartFile {
  if (typeof value !== 'object' || value === null) return false;
  const part: Partial<Record<keyof PartFile, unknown>> = value;
  return (
    part.format === 1 &&
    [part.years, part.site].every((text) => typeof text === 'string') &&
    typeof part.search === 'boolean' &&
    [part.all, part.held].every(areTexts) &&
    Array.isArray(part.files) &&
    part.files.every(isSizedFile) &&
    (part.addresses === undefined || areAddresses(part.addresses))
  );
}

/** A name that stays in the folder: the file may come from elsewhere. */
const isSizedFile = (value: unknown): boolean =>
  Array.isArray(value) &&
  typeof value[0] === 'string' &&
  typeof value[1] === 'number' &&
  path.posix.normalize(value[0]) === value[0] &&
  !/^(?:\.\.?)?(?:\/|$)/.test(value[0]);

const areAddresses = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'permanent' in value &&
  areTexts(value.permanent) &&
  'answered' in value &&
  areTexts(value.answered);

const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
