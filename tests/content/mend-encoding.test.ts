import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../src/content/mend-encoding.ts';
import { articleText } from './content-folder.ts';
import { toGbk } from './mend-gbk.ts';

const text = articleText('author: 朱镕基\n', '\n金鸡湖边的标高，一位测量员的三十年。“开工”那天下着雨。\n');

describe('decoding', () => {
  it('UTF-8 keeps every character', () => {
    expect(decodeFile(Buffer.from(text))).toEqual({ text, encoding: 'UTF-8', hasMark: false, returns: 0 });
  });

  it('takes a byte order mark off, one only', () => {
    expect(decodeFile(Buffer.from(`\ufeff\ufeff${text}`))).toMatchObject({
      text: `\ufeff${text}`,
      hasMark: true,
    });
  });

  it('ends lines with LF, whatever they end with', () => {
    expect(decodeFile(Buffer.from('a\r\nb\rc\n\r\r\n'))).toMatchObject({ text: 'a\nb\nc\n\n\n', returns: 4 });
  });

  it('GBK', () => {
    expect(decodeFile(toGbk(text))).toMatchObject({ text, encoding: 'GBK', hasMark: false });
    expect(decodeFile(toGbk(text.replaceAll('\n', '\r\n')))).toMatchObject({ text, encoding: 'GBK' });
  });

  it('UTF-16 with its mark, in both orders', () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(decodeFile(little)).toMatchObject({ text, encoding: 'UTF-16' });
    expect(decodeFile(Buffer.from(little).swap16())).toMatchObject({ text, encoding: 'UTF-16' });
  });

  it.each([
    ['Latin-1', Buffer.from('---\ntitle: Fürstenfeld, Zürich, Gewürz\n---\n', 'latin1')],
    [
      'Big5',
      Buffer.from('a7daad CCb3ebaabaa4A4b0ea a7EBb8ea b6e9b0cf b6 7d a4 75'.replaceAll(' ', ''), 'hex'),
    ],
    ['UTF-8 with a character cut', Buffer.from(text).subarray(0, -2)],
    ['UTF-8 with a GBK line', Buffer.concat([Buffer.from(text), toGbk('后来的一行是别处粘贴的。')])],
    ['GBK with an UTF-8 line', Buffer.concat([toGbk(text), Buffer.from('后来的一行是别处粘贴的。\n')])],
    ['GBK with a character cut', toGbk(`${text}完`).subarray(0, -1)],
    ['UTF-16 with an odd byte', Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1)],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0])],
    ['noise', Buffer.from([0x80, 0x81, 0xff])],
  ])('%s is not guessed', (_, bytes) => expect(decodeFile(bytes)).toBeUndefined());
});
