import path from 'node:path';

/**
 * The file of an address, relative to the output folder: `/a/b/` → `a/b/index.html`, `/feed.xml` → `feed.xml`.
 * Throws where a path would leave the folder: checks before should have made that impossible.
 */
export function outputPath(address: string): string {
  const decoded = decodeURIComponent(address);
  const file = decoded.slice(1) + (decoded.endsWith('/') ? 'index.html' : '');
  if (
    !address.startsWith('/') ||
    file.includes('\0') ||
    path.posix.normalize(file) !== file ||
    /^\.\.?(\/|$)/.test(file)
  ) {
    throw new Error(`address leaves the site: ${JSON.stringify(address)}`);
  }
  return file;
}
