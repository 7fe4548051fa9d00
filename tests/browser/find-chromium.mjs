import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of the tests: CHROME_PATH, else the first known name on the PATH; undefined where there is none. */
export function findChromium() {
  return process.env.CHROME_PATH || names.map(findOnPath).find((file) => file !== undefined);
}

/** The first executable file of this name on the PATH. */
export function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
