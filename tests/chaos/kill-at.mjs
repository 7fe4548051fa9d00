// Loaded into a command by `--import`: ends its process, as `kill -9` does, before the nth change of the disk that one
// of its threads makes. KILL_AT is `main:12` or `thread:12`; COUNT_IN a file that is told how many changes there were.
import fs from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';

const changes = [
  ...['openSync', 'writeSync', 'writeFileSync', 'closeSync', 'copyFileSync', 'renameSync', 'linkSync'],
  ...['symlinkSync', 'mkdirSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'utimesSync', 'truncateSync'],
];
const own = isMainThread ? 'main' : 'thread';
const [where, nth] = (process.env.KILL_AT ?? '').split(':');
const countIn = process.env.COUNT_IN;
const { appendFileSync } = fs;
let count = 0;

const counted =
  (real) =>
  (...args) => {
    if (where === own && count === Number(nth)) process.kill(process.pid, 'SIGKILL');
    count++;
    return real(...args);
  };

// Programs that the command starts load this too, and are no part of it.
if (process.argv[1]?.endsWith('news.mjs') && Worker) {
  for (const name of changes) fs[name] = counted(fs[name]);
  fs.promises.copyFile = counted(fs.promises.copyFile);
  if (countIn) process.on('exit', () => appendFileSync(countIn, `${own} ${count}\n`));
}
