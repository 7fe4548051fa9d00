import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { markName, OutputRefused, openOutputFolder, writeMark } from '../../src/publish/output-folder.ts';
import { readFiles, temporaryFolder, writeFiles } from '../temporary-folder.ts';

/** A folder with a content folder in it. */
function project(): string {
  const folder = temporaryFolder();
  writeFiles(folder, { 'content/site.yaml': 'name: 样例网' });
  return folder;
}

const open = (folder: string, output: string) =>
  openOutputFolder(path.join(folder, output), path.join(folder, 'content'));

describe('an output folder is ours when', () => {
  test('it is absent', () => {
    const folder = project();
    expect(open(folder, '_site').folder).toBe(path.join(folder, '_site'));
    expect(fs.existsSync(path.join(folder, '_site'))).toBe(false);
  });

  test('it is empty', () => {
    const folder = project();
    fs.mkdirSync(path.join(folder, '_site'));
    expect(() => open(folder, '_site')).not.toThrow();
  });

  test('it carries our mark', () => {
    const folder = project();
    writeFiles(folder, { '_site/index.html': '' });
    writeMark(path.join(folder, '_site'));
    expect(() => open(folder, '_site')).not.toThrow();
  });

  test('it is a link to a folder that carries our mark; staging then stands beside the folder itself', () => {
    const folder = project();
    writeFiles(folder, { 'disk/www/index.html': '' });
    writeMark(path.join(folder, 'disk/www'));
    fs.symlinkSync('disk/www', path.join(folder, '_site'));
    const output = open(folder, '_site');
    expect(output.folder).toBe(path.join(folder, 'disk/www'));
    expect(path.dirname(output.staging)).toBe(path.join(folder, 'disk'));
  });
});

describe('an output folder is refused and left alone when', () => {
  /** Opening must fail and change nothing. */
  function expectRefused(folder: string, output: string): void {
    const before = readFiles(folder);
    expect(() => open(folder, output)).toThrow(OutputRefused);
    expect(readFiles(folder)).toEqual(before);
  }

  test('it holds files of others', () => {
    const folder = project();
    writeFiles(folder, { '_site/thesis.txt': '' });
    expectRefused(folder, '_site');
  });

  test('it holds hidden files alone', () => {
    const folder = project();
    writeFiles(folder, { '_site/.git/HEAD': '' });
    expectRefused(folder, '_site');
  });

  test('it is a file', () => {
    const folder = project();
    writeFiles(folder, { _site: '' });
    expectRefused(folder, '_site');
  });

  test('it is a link to a folder without our mark', () => {
    const folder = project();
    writeFiles(folder, { 'other/index.html': '' });
    fs.symlinkSync('other', path.join(folder, '_site'));
    expectRefused(folder, '_site');
  });

  test('it is a link to an empty folder, which may be anyone’s', () => {
    const folder = project();
    fs.mkdirSync(path.join(folder, 'empty'));
    fs.symlinkSync('empty', path.join(folder, '_site'));
    expectRefused(folder, '_site');
  });

  test('it is a broken link', () => {
    const folder = project();
    fs.symlinkSync('nowhere', path.join(folder, '_site'));
    expect(() => open(folder, '_site')).toThrow(OutputRefused);
  });

  test.each(['content', 'content/_site', '.'])('it is, holds or lies in the content folder: %s', (output) => {
    expectRefused(project(), output);
  });

  test('it lies in the content folder by a link', () => {
    const folder = project();
    fs.mkdirSync(path.join(folder, 'content/out'));
    writeMark(path.join(folder, 'content/out'));
    fs.symlinkSync('content/out', path.join(folder, '_site'));
    expectRefused(folder, '_site');
  });
});

test('a folder whose name begins like the content folder’s is another one', () => {
  expect(() => open(project(), 'content-site')).not.toThrow();
});

test('the mark has always the same bytes', () => {
  const [a, b] = [temporaryFolder(), temporaryFolder()];
  writeMark(a);
  writeMark(b);
  expect(fs.readFileSync(path.join(a, markName))).toEqual(fs.readFileSync(path.join(b, markName)));
});
