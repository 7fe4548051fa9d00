// Full disks, read-only folders, caches cut short, programs that fail, runs at the same time, interruptions.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { now, run } from './site-project.mjs';

export async function faults({ bare, whole, folder, random, report }) {
  await fullDisks(bare, folder, random, report);
  await brokenPagefind(whole, report);
  await cutCaches(bare, random, report);
  await buildsAtOnce(bare, report);
  await interruptions(whole, random, report);
}

/** The next run must make the new site, whatever went before. */
async function next(project, complaints) {
  const { code, said } = await project.build();
  if (code !== 0) complaints.push(`the next build ended with ${code}: ${said.slice(-500)}`);
  const state = project.state();
  if (state !== 'new') complaints.push(`after the next build the site is ${state}`);
  const left = project.leftovers();
  if (left.length > 0) complaints.push(`left behind: ${left}`);
}

/** A failed run: its exit code, the old site, nothing beside it. */
function failed(project, { code, said }, right, complaints) {
  if (code !== right) complaints.push(`ended with ${code}, not ${right}: ${said.slice(-500)}`);
  const state = project.state();
  if (state !== 'old') complaints.push(`the site is ${state}`);
  const left = project.leftovers();
  if (left.length > 0) complaints.push(`left behind: ${left}`);
}

/** A small disk of its own: filled up to some point, then read-only. Needs root. */
async function fullDisks(project, folder, random, report) {
  const disk = path.join(folder, 'disk');
  fs.mkdirSync(disk);
  const mount = (...options) => spawnSync('mount', [...options, 'news-chaos', disk]).status === 0;
  if (!mount('-t', 'tmpfs', '-o', 'size=32m')) {
    console.error('no right to mount: no full disk was tried');
    return;
  }
  const site = path.join(disk, '_site');
  const words = ['build', '--now', now, '--allow-gone', '--no-search', '--output', site];
  const build = () => run(project.folder, words);
  const place = () => {
    project.reset();
    fs.rmSync(site, { recursive: true, force: true });
    spawnSync('cp', ['-a', project.path('_site'), site]);
    fs.rmSync(project.path('_site'), { recursive: true });
    fs.symlinkSync(site, project.path('_site'));
  };
  const beside = () => fs.readdirSync(disk).filter((name) => !['_site', 'ballast'].includes(name));
  try {
    for (let n = 0; n < 12; n++) {
      place();
      const { bavail, bsize } = fs.statfsSync(disk);
      // From no room at all to nearly enough for what the build writes.
      const room = Math.floor((n / 12) * random() * 2_000_000);
      fs.writeFileSync(path.join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - room)));
      const complaints = [];
      const { code, said } = await build();
      const state = project.state();
      const right = code === 0 ? 'new' : 'old';
      const begun = fs.existsSync(`${site}.journal`);
      if (code !== 3 && code !== 0) complaints.push(`ended with ${code}: ${said.slice(-500)}`);
      if (!begun && state !== right) complaints.push(`ended with ${code}, the site is ${state}`);
      if (!begun && beside().length > 0) complaints.push(`left behind: ${beside()}`);
      fs.rmSync(path.join(disk, 'ballast'));
      const { code: then } = await build();
      if (then !== 0 || project.state() !== 'new') complaints.push(`then: ${then}, ${project.state()}`);
      report(`a disk that is full after ${code === 0 ? 'all was written' : 'some of it'}`, complaints);
    }
    place();
    mount('-o', 'remount,ro');
    const complaints = [];
    const { code } = await build();
    if (code !== 3) complaints.push(`ended with ${code}`);
    if (project.state() !== 'old') complaints.push(`the site is ${project.state()}`);
    mount('-o', 'remount,rw');
    const { code: then } = await build();
    if (then !== 0 || project.state() !== 'new') complaints.push(`then: ${then}, ${project.state()}`);
    report('a disk that is read-only', complaints);
  } finally {
    spawnSync('umount', [disk]);
  }
}

async function brokenPagefind(project, report) {
  const programs = {
    'ends at once': 'exit 1',
    'is killed': 'kill -9 $$',
    'answers nonsense': 'echo no,no,',
    'stops after some of its work': 'head -c 2000 > /dev/null; exit 0',
  };
  for (const [how, text] of Object.entries(programs)) {
    project.reset();
    const program = `${project.folder}.pagefind`;
    fs.writeFileSync(program, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    const complaints = [];
    failed(project, await project.build({ env: { PAGEFIND_BINARY_PATH: program } }), 3, complaints);
    await next(project, complaints);
    report(`a Pagefind that ${how}`, complaints);
  }
  project.reset();
  const program = `${project.folder}.pagefind`;
  fs.writeFileSync(program, '#!/bin/sh\nexec sleep 1000\n', { mode: 0o755 });
  const complaints = [];
  const stuck = await project.build({
    env: { PAGEFIND_BINARY_PATH: program },
    killAfter: 20_000,
    signal: 'SIGINT',
  });
  failed(project, stuck, 130, complaints);
  await next(project, complaints);
  report('a Pagefind that hangs, and Ctrl-C', complaints);
}

async function cutCaches(project, random, report) {
  for (const name of ['build.json', 'articles.json']) {
    for (let n = 0; n < 10; n++) {
      project.reset();
      const file = project.path('.cache', name);
      const { size } = fs.statSync(file);
      const bytes = fs.readFileSync(file);
      const at = Math.floor(random() * size);
      if (n % 2 === 0) fs.truncateSync(file, at);
      else {
        bytes[at] = bytes[at] ^ 1;
        fs.writeFileSync(file, bytes);
      }
      const complaints = [];
      await next(project, complaints);
      report(`.cache/${name} ${n % 2 === 0 ? 'cut short' : 'with one bit turned'}`, complaints);
    }
  }
}

async function buildsAtOnce(project, report) {
  for (let n = 0; n < 10; n++) {
    project.reset();
    const complaints = [];
    const runs = await Promise.all([project.build(), project.build(), project.build()]);
    const codes = runs.map(({ code }) => code);
    if (!codes.includes(0) || codes.some((code) => code !== 0 && code !== 75))
      complaints.push(`ended with ${codes}`);
    if (project.state() !== 'new') complaints.push(`the site is ${project.state()}`);
    await next(project, complaints);
    report('three builds at once', complaints);
  }
}

async function interruptions(project, random, report) {
  project.reset();
  const { ms } = await project.build();
  for (let n = 0; n < 20; n++) {
    project.reset();
    const signal = n % 2 === 0 ? 'SIGINT' : 'SIGTERM';
    const complaints = [];
    const { code, said } = await project.build({ killAfter: random() * ms, signal });
    const state = project.state();
    // Before the command has started to listen, a signal ends it as any program.
    if (code === 130 || code === null) {
      if (state !== 'old') complaints.push(`ended with ${code}, the site is ${state}`);
    } else if (code !== 0 || state !== 'new') complaints.push(`${code}, ${state}: ${said.slice(-300)}`);
    const left = project.leftovers();
    if (left.length > 0) complaints.push(`left behind: ${left}`);
    await next(project, complaints);
    report(
      `${signal} at a random moment${code === 130 ? '' : code === 0 ? ' (came too late)' : ' (before it listened)'}`,
      complaints,
    );
  }
}
