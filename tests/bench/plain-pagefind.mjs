// Pagefind as it is shipped: one index over all articles, and a page that asks it with Pagefind's own script.
// Usage: plain-pagefind.mjs ARTICLES SEED FOLDER RARE-NAME
import fs from 'node:fs';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { makeArticle } from './corpus.mjs';

const [articles = 0, seed = 0] = process.argv.slice(2).map(Number);
const [folder = '.', rare = ''] = process.argv.slice(4);
const { index } = await createIndex({ forceLanguage: 'zh' });
if (!index) throw new Error('no index');
for (let number = 1; number <= articles; number++) {
  const { id, title, date, source, zone, channel, paragraphs } = makeArticle(number, seed);
  const { errors } = await index.addCustomRecord({
    url: `/news/${id}/`,
    content: `${title}\n${paragraphs.join('\n')}${number === Math.ceil(articles / 2) ? `\n翻译${rare}到场。` : ''}`,
    language: 'zh',
    meta: { title, date, source, zone },
    filters: { channel: [channel], zone: [zone], year: [date.slice(0, 4)] },
    sort: { date },
  });
  if (errors.length > 0) throw new Error(errors.join());
}
await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
await close();
fs.writeFileSync(
  path.join(folder, 'index.html'),
  '<!doctype html><html lang="zh-CN"><title>Pagefind</title><main><p role="status"></p><ol data-search-results aria-busy="true"></ol></main><script type="module" src="/page.js"></script>',
);
fs.writeFileSync(
  path.join(folder, 'page.js'),
  `import { search } from '/pagefind/pagefind.js';
const list = document.querySelector('ol');
const { results } = await search(new URLSearchParams(location.search).get('q'));
document.querySelector('p').textContent = '：' + results.length + ' hits';
for (const result of results.slice(0, 20)) {
  const { meta, excerpt } = await result.data();
  list.insertAdjacentHTML('beforeend', '<li>' + meta.title + excerpt + '</li>');
}
list.setAttribute('aria-busy', 'false');
`,
);
