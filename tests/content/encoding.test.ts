import { describe, expect, it } from 'vitest';
import { articleText, problemsOf, readFolder } from './content-folder.ts';

const file = 'news/2020/01/a.md';
/** 开发区 in GBK. */
const GBK = Buffer.from([0xbf, 0xaa, 0xb7, 0xa2, 0xc7, 0xf8]);

const told = async (bytes: Buffer): Promise<string[]> => {
  const { problems } = await readFolder({ [file]: bytes });
  return problems.map(({ line, column, code, values }) =>
    `${line}:${column} ${code} ${values.guess ?? values.value ?? ''}`.trim(),
  );
};

describe('bytes that are not UTF-8', () => {
  it('GBK is named, at its first character', async () => {
    const bytes = Buffer.concat([Buffer.from('---\ntitle: '), GBK, Buffer.from('\n---\n')]);
    expect(await told(bytes)).toEqual(['2:8 encoding GBK']);
  });

  it('UTF-16 is named, in both orders', async () => {
    const text = Buffer.from(`\ufeff${articleText()}`, 'utf16le');
    expect(await told(text)).toEqual(['1:1 encoding UTF-16']);
    expect(await told(Buffer.from(text).swap16())).toEqual(['1:1 encoding UTF-16']);
  });

  it('the place counts code points, line breaks of every kind, and no byte order mark', async () => {
    const before = Buffer.from('\ufeff---\r\ntitle: x\r𠀀中é');
    expect(await told(Buffer.concat([before, Buffer.from([0x80]), Buffer.from('x')]))).toEqual([
      '3:4 encoding',
    ]);
  });

  it('a character cut off at the end of the file is one', async () => {
    const bytes = Buffer.from(articleText('', '中文'));
    expect(await told(bytes.subarray(0, -1))).toEqual(['7:2 encoding']);
  });

  it('registries are looked at too', async () => {
    expect(await problemsOf({ 'redirects.csv': Buffer.concat([Buffer.from('from,to\n/'), GBK]) })).toEqual([
      'redirects.csv:2:2 encoding',
    ]);
  });
});

describe('characters that no text holds', () => {
  it('control characters have their number and place', async () => {
    expect(await told(Buffer.from(articleText('', '\n𠀀正\0文\u0008\n')))).toEqual([
      '8:3 character-control U+0000',
      '8:5 character-control U+0008',
    ]);
  });

  it('in front matter and in registries', async () => {
    expect(await told(Buffer.from(articleText('author: 张\u0007三\n')))).toEqual([
      '6:9 text-character U+0007',
      '6:10 character-control U+0007',
    ]);
    expect(await problemsOf({ 'redirects.csv': 'from,to\n/a\u0001,gone\n' })).toContain(
      'redirects.csv:2:3 character-control',
    );
  });

  it('tabs are allowed', async () => {
    expect(await told(Buffer.from(articleText('', '\n正\t文\n')))).toEqual([]);
  });
});
