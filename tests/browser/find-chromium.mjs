import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of the tests: CHROME_PATH, else the first known name on the PATH; undefined where there is none. */
export function findChromium() {
  return process.env.CHROME_PATH || names.map((name) => findOnPath(name)).find((file) => file !== undefined);
}

/** The first executable file of this name on the PATH, or in one of these folders. */
export function findOnPath(name, more = []) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...more];
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
