import type { Problem } from '../problems/problem.ts';
import { attempt, type ContentFiles, findContentFiles } from './content-files.ts';
import { type DecodedFile, decodeFile } from './mend-encoding.ts';
import { mendText } from './mend-text.ts';
import { readFile } from './read-file.ts';
import { readGround } from './read-ground.ts';
import { readSlice } from './read-slice.ts';

type Check = () => readonly Problem[];

/** A file that has mistakes with one right answer, and what it is without them. Nothing is written yet. */
export interface MendedFile {
  /** Relative to the content folder. */
  readonly file: string;
  readonly before: Buffer;
  readonly decoded: DecodedFile;
  /** UTF-8, without a byte order mark, lines ended by `\n`. */
  readonly after: string;
}

/**
 * What `check --fix` would write: the registries first, then what stands on them. `isWanted` chooses files by their
 * paths.
 */
export function mendContent(root: string, isWanted: (file: string) => boolean): MendedFile[] {
  const found = findContentFiles(root, []);
  if (!found) return [];
  const instead = new Map<string, Buffer>();
  const read = (files: ContentFiles) => {
    const problems: Problem[] = [];
    return { ground: readGround(root, files, undefined, problems, instead, true), problems };
  };
  const mended: MendedFile[] = [];
  const mend = (file: string, known: Check, check: Check): void => {
    const changed = isWanted(file) ? mendFile(root, file, known, check, instead) : undefined;
    if (changed) mended.push(changed);
  };
  const { problems } = read(found);
  for (const file of [...found.registries, ...found.zones, ...found.topics, ...found.pages])
    mend(
      file,
      () => problems,
      () => read(onlyWith(file, found)).problems,
    );
  const { ground } = read(found);
  for (const file of found.articles) {
    const check = () => readSlice([file], ground, { proof: true }).problems;
    mend(file, check, check);
  }
  return mended;
}

/** The registries and one file that stands on them: the others have no part in its mistakes. */
function onlyWith(file: string, files: ContentFiles): ContentFiles {
  const only = (list: readonly string[]): string[] => (list.includes(file) ? [file] : []);
  return { ...files, zones: only(files.zones), topics: only(files.topics), pages: only(files.pages) };
}

/**
 * `known` gives the problems of the files as they are, `check` those with what `instead` holds: what this one is
 * mended to, for whatever is read later too.
 */
function mendFile(
  root: string,
  file: string,
  known: Check,
  check: Check,
  instead: Map<string, Buffer>,
): MendedFile | undefined {
  const bytes = attempt(file, [], () => readFile(`${root}/${file}`));
  const decoded = bytes && decodeFile(bytes);
  if (!decoded) return undefined;
  const before = Buffer.from(bytes);
  const ofFile = (problems: readonly Problem[]): Problem[] =>
    problems.filter((problem) => problem.file === file);
  const checkText = (text: string): Problem[] => {
    instead.set(file, Buffer.from(text));
    return ofFile(check());
  };
  const problems = decoded.encoding === 'UTF-8' ? ofFile(known()) : checkText(decoded.text);
  const after = mendText({ text: decoded.text, problems }, checkText);
  const written = Buffer.from(after);
  if (written.equals(before)) {
    instead.delete(file);
    return undefined;
  }
  instead.set(file, written);
  return { file, before, decoded, after };
}
