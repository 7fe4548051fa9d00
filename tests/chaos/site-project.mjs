// A small project that is thrown back to one state again and again.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const launcher = path.join(root, 'src/cli/news.mjs');
export const killAt = new URL('kill-at.mjs', import.meta.url).href;
export const now = '2024-12-31T12:00:00+08:00';

/** Bytes that were compared with what they must be. */
export const compared = { bytes: 0, sites: 0 };

/**
 * Runs a command, or begins to: resolves with its exit code (null where it was killed), its words, its time. `program`
 * is what starts it, with its options.
 */
export function run(
  cwd,
  words,
  { env = {}, killAfter, signal = 'SIGKILL', program = [process.execPath] } = {},
) {
  const began = performance.now();
  const [name = '', ...options] = program;
  const child = spawn(name, [...options, launcher, ...words], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data) => (said += data));
  child.stderr.on('data', (data) => (said += data));
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill(signal), killAfter);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, said, ms: performance.now() - began });
    });
  });
}

export class SiteProject {
  /** `words` are the options of every build. */
  constructor(folder, words) {
    this.folder = folder;
    this.words = words;
  }

  path(...names) {
    return path.join(this.folder, ...names);
  }

  build(options, more = []) {
    return run(this.folder, ['build', '--now', now, '--allow-gone', ...this.words, ...more], options);
  }

  /** Builds the old site, changes the content, and learns what the new site must be. */
  async prepare() {
    fs.cpSync(path.join(root, 'tests/site/fixture/content'), this.path('content'), { recursive: true });
    await this.#mustBuild();
    this.old = this.site();
    for (const n of ['02', '04', '06', '08']) {
      const file = this.path(`content/news/2024/10/plain-${n}.md`);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('title: ', 'title: 新'));
    }
    fs.rmSync(this.path('content/news/2019'), { recursive: true });
    const added = '---\ntitle: 新稿\ndate: 2024-12-30\nsource: 昆山样报\nchannel: quiet\n---\n\n正文。\n';
    fs.writeFileSync(this.path('content/news/2024/12/added.md'), added);
    this.save('before');
    await this.#mustBuild();
    this.wanted = this.site();
    this.reset();
  }

  /** Keeps everything as it is, to come back to. */
  save(name) {
    copy(this.folder, `${this.folder}.${name}`);
  }

  /** Back to where the content has changed and the old site stands, or to what was saved. */
  reset(name = 'before') {
    copy(`${this.folder}.${name}`, this.folder);
  }

  async #mustBuild() {
    const { code, said } = await this.build();
    if (code !== 0) throw new Error(`a build that nobody disturbed ended with ${code}\n${said}`);
  }

  site(name = '_site') {
    return hashesOf(this.path(name));
  }

  /** `old`, `new`, or what differs from both. */
  state(name) {
    const site = this.site(name);
    compared.sites++;
    if (same(site, this.old)) return 'old';
    if (same(site, this.wanted)) return 'new';
    const names = Object.keys({ ...site, ...this.wanted });
    return `neither: ${names.filter((each) => site[each] !== this.wanted[each]).slice(0, 5)}`;
  }

  /** What lies beside the site and should not. */
  leftovers(...expected) {
    const right = ['.cache', '_site', 'content', ...expected];
    return fs.readdirSync(this.folder).filter((name) => !right.includes(name));
  }
}

function copy(from, to) {
  fs.rmSync(to, { recursive: true, force: true });
  // Keeps times to the nanosecond, by which the build knows its files.
  const { status } = spawnSync('cp', ['-a', from, to]);
  if (status !== 0) throw new Error(`cp -a ${from} ${to}`);
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export function hashesOf(folder) {
  const hashes = {};
  if (!fs.existsSync(folder)) return hashes;
  for (const name of fs.readdirSync(folder, { recursive: true }).sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isDirectory()) hashes[name] = 'folder';
    else {
      const bytes = fs.readFileSync(file);
      compared.bytes += bytes.length;
      hashes[name] = createHash('sha256').update(bytes).digest('hex');
    }
  }
  return hashes;
}
