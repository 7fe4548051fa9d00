import path from 'node:path';
import { type Moment, parseNow } from '../site/clock.ts';
import { WrongUsage } from './arguments.ts';

/** The content folder that a command works on. */
export const contentFolder = (option: string | undefined): string => path.resolve(option ?? 'content');

/** What stands before a content file's path so that it is relative to the current folder: `content/`. */
export function shownPrefix(contentRoot: string): string {
  const relative = path.relative(process.cwd(), contentRoot).split(path.sep).join('/');
  return relative === '' ? '' : `${relative}/`;
}

/**
 * `--now` as a moment in the site's zone.
 * @throws {WrongUsage} where it is no date; asked before anything is read
 */
export function nowFrom(option: string | undefined): (timeZone: string) => Moment {
  const read = (timeZone: string): Moment => {
    const moment = parseNow(option, timeZone);
    if (!moment)
      throw new WrongUsage(`--now 要写成 2024-12-31 或 2024-12-31T08:00:00+08:00，不能是“${option ?? ''}”`);
    return moment;
  };
  read('Asia/Shanghai');
  return read;
}
