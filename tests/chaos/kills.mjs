// kill -9 at random moments, and before random changes of the disk.
import fs from 'node:fs';
import { killAt, run } from './site-project.mjs';

const kinds = [
  { name: 'kill -9 of a build, at a random moment', kill: atMoment },
  {
    name: 'kill -9 of a build, before a random change of the disk',
    kill: (...args) => atStep('main', ...args),
  },
  { name: 'kill -9 of a build, while its thread writes pages', kill: (...args) => atStep('thread', ...args) },
  { name: 'kill -9 of a build, while the new site is put in place', kill: inSwitch },
];

export async function kills({ bare, whole, count, random, report }) {
  const measured = new Map();
  for (const project of [bare, whole]) measured.set(project, await measure(project));
  for (let n = 0; n < count; n++) {
    // One in five with the index, whose programs take most of the time.
    const project = n % 5 === 4 ? whole : bare;
    const kind = kinds[Math.floor(n / 5) % kinds.length] ?? kinds[0];
    project.reset();
    const { code } = await kind.kill(project, measured.get(project), random);
    const complaints = await judgeBuild(project, n);
    report(`${kind.name}${code === null ? '' : ' (came too late)'}`, complaints);
  }
  for (const link of [[], ['--link']]) await killPublishes(bare, link, Math.ceil(count / 10), random, report);
}

/** How long a build takes, and how many changes of the disk it makes in which part. */
async function measure(project) {
  project.reset();
  const { ms } = await project.build();
  project.reset();
  const { main, thread } = await countChanges(project, () => project.build(counting(project)));
  project.reset();
  return { ms, main, thread };
}

const counting = (project) => ({
  env: { NODE_OPTIONS: `--import=${killAt}`, COUNT_IN: `${project.folder}.count` },
});

async function countChanges(project, work) {
  const file = `${project.folder}.count`;
  fs.rmSync(file, { force: true });
  await work();
  const counts = { main: 0, thread: 0 };
  for (const line of fs.readFileSync(file, 'utf8').trim().split('\n')) {
    const [where, count] = line.split(' ');
    counts[where] = Math.max(counts[where], Number(count));
  }
  return counts;
}

const killing = (where, nth) => ({ env: { NODE_OPTIONS: `--import=${killAt}`, KILL_AT: `${where}:${nth}` } });

function atMoment(project, { ms }, random) {
  return project.build({ killAfter: random() * ms });
}

function atStep(where, project, measured, random) {
  return project.build(killing(where, Math.floor(random() * measured[where])));
}

/** The last changes of the main thread: journal, renames, removals, what is remembered. */
function inSwitch(project, { main }, random) {
  return project.build(killing('main', main - 1 - Math.floor(random() * Math.min(main, 120))));
}

/** After a kill: the old site or the new one, or a journal from which the next run makes the new one. */
async function judgeBuild(project, n) {
  const complaints = [];
  const begun = fs.existsSync(project.path('_site.journal'));
  const state = begun ? 'begun' : project.state();
  if (!['old', 'new', 'begun'].includes(state)) complaints.push(`after the kill the site is ${state}`);
  if (n % 3 === 0) {
    // A run that publishes nothing itself must finish what was begun all the same.
    const file = project.path('content/news/2024/10/plain-05.md');
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace('date: ', 'date: x'));
    const { code } = await project.build();
    if (code !== 1) complaints.push(`a build of wrong content ended with ${code}`);
    const then = project.state();
    if (then !== (begun ? 'new' : state)) complaints.push(`then a build of wrong content left ${then}`);
    fs.writeFileSync(file, text);
  }
  const { code, said } = await project.build();
  if (code !== 0) complaints.push(`the next build ended with ${code}: ${said.slice(-500)}`);
  const after = project.state();
  if (after !== 'new') complaints.push(`after the next build the site is ${after}`);
  const left = project.leftovers();
  if (left.length > 0) complaints.push(`left behind: ${left}`);
  return complaints;
}

/** The old site stands at the target, the new one is on its way when the process ends. */
async function killPublishes(project, link, count, random, report) {
  const words = ['publish', '--to', 'www', ...link];
  project.reset();
  await run(project.folder, words);
  await project.build();
  project.save('published');
  const { main } = await countChanges(project, () => run(project.folder, words, counting(project)));
  for (let n = 0; n < count; n++) {
    project.reset('published');
    const { code } = await run(project.folder, words, killing('main', Math.floor(random() * main)));
    const complaints = [];
    const begun = fs.existsSync(project.path('www.journal'));
    const state = begun ? 'begun' : project.state('www');
    if (!['old', 'new', 'begun'].includes(state)) complaints.push(`after the kill the target is ${state}`);
    const next = await run(project.folder, words);
    if (next.code !== 0)
      complaints.push(`the next publish ended with ${next.code}: ${next.said.slice(-500)}`);
    const after = project.state('www');
    if (after !== 'new') complaints.push(`after the next publish the target is ${after}`);
    const left = [...project.leftovers('www', 'www.versions'), ...partialVersions(project)];
    if (left.length > 0) complaints.push(`left behind: ${left}`);
    const kind = `kill -9 of publish${link.length > 0 ? ' --link' : ' into a folder'}, before a random change of the disk`;
    report(`${kind}${code === null ? '' : ' (came too late)'}`, complaints);
  }
}

function partialVersions(project) {
  const versions = project.path('www.versions');
  return fs.existsSync(versions) ? fs.readdirSync(versions).filter((name) => name.endsWith('.partial')) : [];
}
