import { articleFields } from '../content/article-fields.ts';
import { findContentFiles } from '../content/content-files.ts';
import type { Kind } from '../content/fields.ts';
import { type Ground, readGround } from '../content/read-ground.ts';
import { readSlice } from '../content/read-slice.ts';
import type { Registry } from '../content/registry.ts';
import type { Sheet } from '../content/sheet.ts';
import { monthFolder, type NewArticle, writeArticle } from '../content/write-article.ts';
import { printProblems } from '../problems/print-problems.ts';
import type { Problem } from '../problems/problem.ts';
import { showProblem } from '../problems/show-problem.ts';
import { parseNow, showMoment } from '../site/clock.ts';
import { hrefOf } from '../site/site.ts';
import { parseOptions, WrongUsage } from './arguments.ts';
import { type Choice, Choices } from './choices.ts';
import { Conversation } from './conversation.ts';
import { contentFolder, shownPrefix } from './locations.ts';

/** `new "标题"`: the file of a new article. What is missing is asked for on a terminal, elsewhere wrong usage. */
export async function runNew(words: readonly string[]): Promise<number> {
  const { values, places } = parseOptions(
    words,
    {
      channel: 'string',
      zone: 'string',
      region: 'string',
      source: 'string',
      date: 'string',
      content: 'string',
    },
    1,
  );
  const root = contentFolder(values.content);
  const problems: Problem[] = [];
  const files = findContentFiles(root, problems);
  const ground = files && readGround(root, files, undefined, problems);
  if (!ground || ground.registries.channels.items.length === 0) {
    if (problems.length > 0)
      console.error(printProblems(problems, { format: 'text', lang: 'zh-CN', prefix: shownPrefix(root) }));
    console.error('没有新建：先要有内容文件夹，并在 channels.yaml 里写好栏目。');
    return 1;
  }
  const given = readGiven({ title: places[0], ...values }, ground);
  const article = await complete(given, ground);
  const month = files.articles.filter((file) => file.startsWith(`${monthFolder(article.date)}/`));
  const old = oldAddresses(month, ground);
  const { file, address } = writeArticle(root, article, (each) => old.has(withoutEnd(each)));
  const where = values.content === undefined ? '' : ` -- --content ${values.content}`;
  console.log(`已新建 ${shownPrefix(root)}${file}
预览：http://localhost:8080${hrefOf(ground.site, address)}（先运行 npm start${where}）
接下来：打开文件写正文，用 npm run check${where} 检查；可以发布时，核对 date，删掉 draft: true 这一行。`);
  return 0;
}

/** What the command line said, each checked as `check` would; undefined is missing. */
export type Given = Pick<NewArticle, 'date' | 'zone' | 'region'> &
  Readonly<Record<'title' | 'source' | 'channel', string | undefined>>;

type Words = Readonly<Record<keyof Given, string | undefined>>;

function readGiven(words: Words, { registries, site: { timeZone } }: Ground): Given {
  const { title, source } = words;
  const now = parseNow(undefined, timeZone);
  const date = words.date ?? (now ? showMoment(now) : '');
  return {
    title: title?.trim() ? read('标题', title, articleFields.title) : undefined,
    channel: find('channel', words.channel, registries.channels),
    zone: find('zone', words.zone, registries.zones),
    region: find('region', words.region, registries.regions),
    source: source?.trim() ? readSource(source, registries.sources) : undefined,
    date: read('--date', date, articleFields.date, timeZone),
  };
}

/** A value as front matter takes it; what `check` would say of it is wrong usage. */
function read<T>(key: string, text: string, kind: Kind<T>, timeZone = 'utc'): T {
  const sheet: Sheet = { file: '', text, problems: [] };
  const value = kind.read({ kind: 'text', at: 0, text, quoted: true }, { sheet, key, timeZone });
  const [problem] = sheet.problems;
  if (value !== undefined && !problem) return value;
  if (!problem) throw new TypeError(`${key} without a value or a problem: ${text}`);
  const { message, fix } = showProblem(problem, 'zh-CN');
  throw new WrongUsage(`${message} → ${fix}`);
}

const abouts = { channel: '栏目', zone: '开发区', region: '地区' };

/** How front matter names what an option means by id or name. */
function find<T extends Choice>(
  key: keyof typeof abouts,
  word: string | undefined,
  registry: Registry<T>,
): string | undefined {
  if (word === undefined) return undefined;
  const found = registry.find(word.trim());
  if (found) return writtenName(found, registry);
  const [only, second] = new Choices(registry.items).matching(word);
  const near = only && !second ? only.name : registry.nearest(word);
  const advice = near === '' ? `。可以写：${listed(registry.items)}` : `，是不是 ${near}？`;
  const incomplete = registry.complete ? '' : `\n${abouts[key]}的文件里有错误，先用 npm run check 看看。`;
  throw new WrongUsage(`--${key}：没有“${word}”这个${abouts[key]}${advice}${incomplete}`);
}

/** The name, unless it is the id of another. */
const writtenName = <T extends Choice>(item: T, registry: Registry<T>): string =>
  registry.find(item.name) === item ? item.name : item.id;

/** A source that sources.yaml lacks is no mistake, but worth a word. */
function readSource(text: string, sources: Registry<Choice> | undefined): string {
  const name = read('--source', text, articleFields.source).name ?? '';
  const known = sources?.find(name);
  if (known && sources) return writtenName(known, sources);
  if (sources?.complete) {
    const near = sources.nearest(name);
    console.error(`注意：sources.yaml 里没有“${name}”${near === '' ? '' : `，是不是 ${near}？`}`);
  }
  return name;
}

const mostListed = 30;

const listed = (items: readonly Choice[]): string =>
  items
    .slice(0, mostListed)
    .map(({ name }) => name)
    .join('、') + (items.length > mostListed ? ` 等 ${items.length} 个` : '');

async function complete(given: Given, ground: Ground): Promise<NewArticle> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return refuseMissing(given, ground);
  const terminal = new Conversation(process.stdin, process.stderr);
  try {
    return await askMissing(given, ground.registries, terminal);
  } finally {
    terminal.close();
  }
}

interface Named {
  readonly channels: Registry<Choice>;
  readonly zones: Registry<Choice>;
  readonly sources: Registry<Choice> | undefined;
}

/** Asks for title, channel, zone and source where they are missing. */
export async function askMissing(
  given: Given,
  { channels, zones, sources }: Named,
  terminal: Conversation,
): Promise<NewArticle> {
  const title = given.title ?? read('标题', await terminal.askText('标题'), articleFields.title);
  const channel = given.channel ?? writtenName(await terminal.askChoice('栏目', channels.items), channels);
  const asksZone = given.zone === undefined && given.region === undefined && zones.items.length > 0;
  const zone = asksZone ? await terminal.askOptional('开发区', zones.items) : undefined;
  const source = given.source ?? (await askSource(sources, terminal));
  return { ...given, title, channel, source, zone: zone ? writtenName(zone, zones) : given.zone };
}

async function askSource(sources: Registry<Choice> | undefined, terminal: Conversation): Promise<string> {
  const answer = sources?.items.length
    ? await terminal.askFree('来源', sources.items)
    : await terminal.askText('来源');
  if (typeof answer === 'string') return read('来源', answer, articleFields.source).name ?? '';
  return sources ? writtenName(answer, sources) : answer.name;
}

function refuseMissing(given: Given, { registries: { channels, sources } }: Ground): NewArticle {
  const { title, channel, source } = given;
  if (title !== undefined && channel !== undefined && source !== undefined)
    return { ...given, title, channel, source };
  const known = sources?.items.length ? `，例如：${listed(sources.items)}` : '';
  const missing = [
    title === undefined && '  标题：npm run new -- "标题"',
    channel === undefined && `  --channel 栏目，可以是：${listed(channels.items)}`,
    source === undefined && `  --source 来源${known}`,
  ].filter((line) => line !== false);
  throw new WrongUsage(`这里不是终端，没法提问，请写全：\n${missing.join('\n')}`);
}

/** Addresses of the month and of redirects.csv that lead elsewhere: a new article may not take them. */
function oldAddresses(month: readonly string[], ground: Ground): ReadonlySet<string> {
  const { articles } = readSlice(month, ground);
  const aliases = articles.flatMap((article) => article.aliases.map((alias) => alias.address));
  return new Set([...aliases, ...ground.redirects.map(({ from }) => from)].map(withoutEnd));
}

/** `/a/` and `/a/index.html` are `/a`. */
const withoutEnd = (address: string): string => address.replace(/\/(?:index\.html)?$/, '');
