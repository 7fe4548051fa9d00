import path from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { type Holds, yearOfAddress } from '../archive/part-years.ts';
import { outputPath } from '../build/output-path.ts';
import { listFiles } from '../build/stage-files.ts';
import type { Content } from '../content/content.ts';

/** Files of public/, which the site holds as they are, as addresses. */
export const listPublicFiles = (projectRoot: string): string[] =>
  listFiles(path.join(projectRoot, 'public'))
    .filter((file) => !path.basename(file).startsWith('.'))
    .map((file) => `/${file}`);

type Copy = readonly [file: string, from: string];

/** Files copied as they are: public/, styles and scripts, the program of /admin/, and the pictures that published pages show. */
export function listCopies(
  content: Content,
  archive: Archive,
  holds: Holds,
  {
    projectRoot,
    compiledRoot,
    admin,
  }: { readonly projectRoot: string; readonly compiledRoot: string; readonly admin: string | undefined },
): Copy[] {
  const shown = new Set<string>();
  const holders = [...archive.articles, ...content.zones, ...content.topics, ...content.pages];
  for (const { assets } of holders) for (const address of assets) shown.add(address);
  const from = (folder: string, prefix: string): Copy[] =>
    listFiles(folder)
      .filter((file) => !path.basename(file).startsWith('.'))
      .map((file) => [prefix + file, path.join(folder, file)]);
  const files = [...shown].filter((address) => holds(yearOfAddress(address))).sort();
  return [
    ...(holds(undefined) ? from(path.join(projectRoot, 'public'), '') : []),
    ...(holds(undefined) ? from(path.join(compiledRoot, 'assets'), 'assets/') : []),
    ...(holds(undefined) && admin !== undefined ? from(admin, 'admin/') : []),
    ...files.map((address): Copy => {
      const file = outputPath(address);
      return [file, path.join(content.root, file)];
    }),
  ];
}
