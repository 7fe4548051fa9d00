// Says in Chinese what a pull request does to the site: mistakes, pages added, changed and removed, and how each
// article looks when it is shared. Reads what `check --format json` and `build --manifest` wrote, and the new site.
//
//   node .github/summarize-pull-request.mjs --check check.json --changed changed.txt --manifest manifest.json --site _site
//
// What stands in articles is a stranger's text: it is only ever shown as code.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    check: { type: 'string' },
    changed: { type: 'string' },
    manifest: { type: 'string' },
    site: { type: 'string', default: '_site' },
  },
});

/** Of each list; the rest is counted. */
const most = { problems: 20, pages: 15, cards: 5 };

const { problems } = JSON.parse(fs.readFileSync(values.check, 'utf8'));
const changedFiles = new Set(
  fs.existsSync(values.changed ?? '') ? fs.readFileSync(values.changed, 'utf8').split('\n') : [],
);
const manifest =
  values.manifest !== undefined && fs.existsSync(values.manifest)
    ? JSON.parse(fs.readFileSync(values.manifest, 'utf8'))
    : undefined;

process.stdout.write(
  ['## 稿件检查与预览', ...aboutProblems(), ...(manifest ? aboutPages(manifest) : [])]
    .join('\n\n')
    .concat('\n'),
);

function aboutProblems() {
  const mine = problems.filter(({ file }) => changedFiles.has(file));
  const others = problems.length - mine.length;
  const count = (level) => mine.filter((problem) => problem.level === level).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const verdict =
    errors > 0
      ? `❌ 改动的文件里有 ${errors} 处错误、${warnings} 处警告。`
      : warnings > 0
        ? `⚠️ 改动的文件里没有错误，有 ${warnings} 处警告。`
        : '✅ 改动的文件里没有问题。';
  const elsewhere = others > 0 ? `别的文件里还有 ${others} 处。` : '';
  const shown = [...mine].sort((a, b) => Number(a.level !== 'error') - Number(b.level !== 'error'));
  const lines = shown
    .slice(0, most.problems)
    .map(
      ({ file, line, column, level, message, fix }) =>
        `- ${level === 'error' ? '错误' : '警告'} ${code(`${file}:${line}:${column}`)} ${code(message)} → ${code(fix)}`,
    );
  const unbuilt = manifest ? [] : ['没有生成预览：先改正错误。'];
  return [
    verdict + elsewhere,
    [...lines, ...rest(shown.length, most.problems)].join('\n'),
    ...unbuilt,
  ].filter((text) => text !== '');
}

function aboutPages({ added, changed, removed }) {
  const isPage = (file) => file.endsWith('.html');
  const articleOf = (file) => /(?:^|\/)news\/(\d{4}\/\d\d\/[a-z0-9-]+)(?:\.md$|\/)/.exec(file)?.[1];
  const touched = new Set([...changedFiles].map(articleOf).filter((article) => article !== undefined));
  const pages = { 新增: added.filter(isPage), 改动: changed.filter(isPage), 移除: removed.filter(isPage) };
  // Lists, calendars and neighbours follow from what was touched: they are counted.
  const listed = { ...pages, 改动: pages.改动.filter((file) => touched.has(articleOf(file))) };
  const following = pages.改动.length - listed.改动.length;
  const total = Object.entries(listed).map(([word, files]) => `${word} ${files.length} 页`);
  const others = [...added, ...changed, ...removed].filter((file) => !isPage(file)).length;
  const parts = Object.entries(listed).flatMap(([word, files]) => {
    const lines = files
      .slice(0, most.pages)
      .map((file) => `- ${code(addressOf(file))}${word === '移除' ? '' : ` ${code(headOf(file).title)}`}`);
    return lines.length === 0
      ? []
      : [`**${word}**`, [...lines, ...rest(files.length, most.pages)].join('\n')];
  });
  const shared = [...listed.新增, ...listed.改动].filter((file) => articleOf(file) !== undefined);
  const cards = shared.slice(0, most.cards).map(card);
  return [
    '### 页面',
    `${total.join('，')}。随之变化的列表、日历等 ${following} 页，图片、订阅等文件 ${others} 个。`,
    ...parts,
    ...(cards.length === 0 ? [] : ['### 分享出去的样子', ...cards, ...rest(shared.length, most.cards)]),
  ];
}

/** As WeChat and others draw a shared page: title, two lines of summary, picture, host. */
function card(file) {
  const { title, meta } = headOf(file);
  const image = meta['og:image'] ?? '';
  const isDefault = image.endsWith('/share.png');
  const summary = [...(meta['og:description'] ?? '')];
  return [
    `> **${code(meta['og:title'] ?? title)}**`,
    `> ${code(summary.slice(0, 60).join('') + (summary.length > 60 ? '…' : ''))}`,
    `> 图：${isDefault ? '网站的默认图（稿件没有图）' : code(pathOf(image))}　${code(hostOf(meta['og:url'] ?? ''))}`,
  ].join('\n>\n');
}

function headOf(file) {
  const where = path.join(values.site, file);
  const html = fs.existsSync(where) ? fs.readFileSync(where, 'utf8') : '';
  const title = plain(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
  const tags = [...html.matchAll(/<meta property="(og:\w+)" content="([^"]*)"/g)];
  return { title, meta: Object.fromEntries(tags.map(([, name, content]) => [name, plain(content)])) };
}

function plain(escaped) {
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** A text as it is, whatever it says: between more backticks than it holds, on one line. */
function code(text) {
  const line = text.replace(/\s+/g, ' ').trim() || '（空）';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return fence + pad + line + pad + fence;
}

function rest(count, shown) {
  return count > shown ? [`- 还有 ${count - shown} 个`] : [];
}

function addressOf(file) {
  return `/${file.replace(/index\.html$/, '')}`;
}

function pathOf(url) {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

function hostOf(url) {
  return URL.canParse(url) ? new URL(url).host : url;
}
