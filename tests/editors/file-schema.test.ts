import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/*
 * The committed schemas against the sample's files, read as editors' programs read YAML (1.2): what they mark as
 * wrong must be wrong, and the classic mistakes must be marked.
 */

const ajv = new Ajv({ strict: false, validateFormats: false });
const validators = new Map(
  fs
    .readdirSync('.vscode/schemas')
    .map((file) => [
      file.replace('.schema.json', ''),
      ajv.compile(JSON.parse(fs.readFileSync(`.vscode/schemas/${file}`, 'utf8'))),
    ]),
);

function mistakes(kind: string, yaml: string): string[] {
  const validate = validators.get(kind);
  if (!validate) throw new Error(`no schema ${kind}`);
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

const frontMatter = (text: string): string => /^---\n(.*?)^---/ms.exec(text)?.[1] ?? '';

describe('the sample is right', () => {
  const folders = { news: 'article', zones: 'zone', topics: 'topic', pages: 'page' };
  it.each(Object.entries(folders))('%s', (folder, kind) => {
    const files = fs
      .readdirSync(`content/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'));
    expect(files.length).toBeGreaterThan(2);
    const wrong = files.flatMap((name) =>
      mistakes(kind, frontMatter(fs.readFileSync(path.join('content', folder, name), 'utf8'))).map(
        (mistake) => `${name} ${mistake}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['site', 'channels', 'regions', 'sources'])('%s.yaml', (name) => {
    expect(mistakes(name, fs.readFileSync(`content/${name}.yaml`, 'utf8'))).toEqual([]);
  });
});

describe('mistakes are marked', () => {
  const right = 'title: 标题\ndate: 2020-01-23 15:30\nsource: 投促中国\nchannel: 开发区新闻\n';
  it.each([
    ['a missing key', right.replace(/title.*\n/, ''), [' required']],
    ['an unknown key', `${right}zones: sip\n`, [' additionalProperties']],
    ['another form of date', right.replace('2020-01-23', '2020/1/23'), ['/date pattern']],
    ['an unknown channel', right.replace('开发区新闻', '新闻'), ['/channel enum']],
    ['an unknown zone', `${right}zone: 昆山工业园\n`, ['/zone enum']],
    ['a text for a list', `${right}keywords: 港口\n`, ['/keywords type']],
    ['an unknown medium', `${right}medium: 文字\n`, ['/medium enum']],
    ['a word for true', `${right}draft: 是\n`, ['/draft type']],
    ['a picture without alt', `${right}cover: {src: a.png}\n`, ['/cover required']],
  ])('%s', (_name, yaml, expected) => {
    expect(mistakes('article', yaml)).toEqual(expected);
  });

  it.each([
    ['ids', 'channel: zone-news\nzone: sip\n'],
    ['another source', 'source: 别的报\n'],
    ['a source with its address', 'source: {name: 别的报, url: "https://a.example/"}\n'],
    ['numbers that are texts', 'title: 2020\nsource: 36\n'],
    ['no neighbour', 'prev: false\nnext: 某篇\n'],
  ])('but not %s', (_name, yaml) => {
    const keys = Object.keys(parse(yaml));
    const rest = right.split('\n').filter((line) => !keys.includes(line.split(':')[0] ?? ''));
    expect(mistakes('article', `${rest.join('\n')}\n${yaml}`)).toEqual([]);
  });
});
