import path from 'node:path';
import { readContent } from '../../src/content/read-content.ts';
import { listNames, type RegistryNames } from '../../src/editors/registry-names.ts';

/** Names of the registries of the sample site. */
export async function sampleNames(): Promise<RegistryNames> {
  return listNames(await readContent({ root: path.resolve('content'), baseUrl: undefined }));
}
