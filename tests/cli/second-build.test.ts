import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SmallProject } from './small-project.ts';

/** What may happen between two builds; a number says to which file. */
type Change = (project: SmallProject, pick: number) => void;

const articlesOf = (project: SmallProject): string[] =>
  fs
    .readdirSync(project.path('content/news'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `content/news/${name}`);

const chosen = (project: SmallProject, pick: number): string => {
  const articles = articlesOf(project);
  return articles[pick % articles.length] ?? '';
};

const pageOf = (file: string): string => file.replace('content/', '_site/').replace('.md', '/index.html');
const added = (day: string, pick: number): string =>
  `---\ntitle: 新稿${pick}\ndate: ${day}\nsource: 昆山样报\nchannel: quiet\n---\n\n第 ${pick} 篇。\n`;

const changes: Readonly<Record<string, Change>> = {
  'a paragraph more': (project, pick) =>
    project.edit(chosen(project, pick), (text) => `${text}\n又一段，${pick}。\n`),
  'another title': (project, pick) =>
    project.edit(chosen(project, pick), (text) => text.replace(/^title: .*$/m, `title: 改过的标题${pick}`)),
  'the newest article': (project, pick) =>
    project.write({ [`content/news/2024/12/new-${pick}.md`]: added('2024-12-30 08:00', pick) }),
  'a late arrival': (project, pick) =>
    project.write({ [`content/news/2024/10/late-${pick}.md`]: added('2024-10-02', pick) }),
  deletion: (project, pick) => project.remove(chosen(project, pick)),
  'another name': (project, pick) => {
    const file = chosen(project, pick);
    const folder = path.dirname(file);
    if (!file.endsWith('index.md'))
      fs.renameSync(project.path(file), project.path(folder, `renamed-${pick}.md`));
  },
  'new times': (project, pick) => {
    const time = new Date(Date.UTC(2020, 0, 1 + (pick % 300)));
    for (const file of articlesOf(project)) fs.utimesSync(project.path(file), time, time);
  },
  'a zone’s profile': (project, pick) => {
    const zone = `content/zones/${fs.readdirSync(project.path('content/zones')).sort()[0]}`;
    project.edit(zone, (text) => `${text}\n园区又有新貌，${pick}。\n`);
  },
  'a channel’s description': (project, pick) =>
    project.edit('content/channels.yaml', (text) =>
      text.replace(/description: [^,}\n]*/, `description: 说明${pick}`),
    ),
  'a page lost from the site': (project, pick) =>
    fs.rmSync(project.path(pageOf(chosen(project, pick))), { force: true }),
  'a page written by another hand': (project, pick) => {
    const page = project.path(pageOf(chosen(project, pick)));
    if (fs.existsSync(page)) fs.writeFileSync(page, 'mine');
  },
  'a file of another hand': (project, pick) =>
    fs.writeFileSync(project.path('_site', `stray-${pick}.txt`), 'mine'),
  'a broken memory of articles': (project) => fs.truncateSync(project.path('.cache/articles.json'), 2000),
  'no memory of the last build': (project) => fs.rmSync(project.path('.cache'), { recursive: true }),
};

/** The parts of content that links lead to would make deletion a mistake: those links are taken out first. */
function withoutLinks(project: SmallProject): void {
  for (const file of articlesOf(project)) {
    const text = project.read(file);
    const bare = text.replace(/^(prev|next): .*\n/gm, '').replace(/(?<!!)\[([^\]]*)\]\([^)]*\)/g, '$1');
    if (bare !== text) fs.writeFileSync(project.path(file), bare);
  }
  fs.rmSync(project.path('content/redirects.csv'), { force: true });
}

test('a second build is a full build to the byte, whatever happened between', {
  timeout: 120_000,
}, async () => {
  const project = new SmallProject(undefined, { search: false });
  withoutLinks(project);
  await project.build(['--no-search', '--allow-gone']);
  const steps = fc.sample(
    fc.array(fc.tuple(fc.constantFrom(...Object.keys(changes)), fc.nat(9999)), {
      minLength: 1,
      maxLength: 3,
    }),
    { numRuns: 8, seed: 20241231 },
  );
  for (const step of steps) {
    for (const [name, pick] of step) changes[name]?.(project, pick);
    await project.build(['--no-search', '--allow-gone']);
    const full = ['--output', 'wanted', '--cache', 'wanted.cache', '--full', '--no-search', '--allow-gone'];
    await project.build(full);
    expect(project.site(), JSON.stringify(step)).toEqual(project.site('wanted'));
  }
});
