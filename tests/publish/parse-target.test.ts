import path from 'node:path';
import { expect, test } from 'vitest';
import { parseTarget } from '../../src/publish/targets/parse-target.ts';

test.each([
  ['rsync:me@host:/srv/www/', { kind: 'rsync', destination: 'me@host:/srv/www' }],
  ['rsync:host::module', { kind: 'rsync', destination: 'host::module' }],
  ['s3://news', { kind: 's3', bucket: 'news', prefix: '' }],
  ['s3://news/sub/site/', { kind: 's3', bucket: 'news', prefix: 'sub/site' }],
  ['rclone:cos:bucket/site', { kind: 'rclone', remote: 'cos:bucket/site' }],
  ['/srv/www', { kind: 'folder', folder: '/srv/www' }],
  ['www', { kind: 'folder', folder: path.resolve('www') }],
])('%s', (text, target) => {
  expect(parseTarget(text)).toEqual(target);
});

test.each([
  '',
  'ftp://host/www',
  'me@host:/srv/www',
  's3:bucket',
  's3://',
  'rsync:',
  'rsync:--rsh=evil',
  'rsync:-e evil:/x',
  'rclone:--config:x',
  'rclone:nocolon',
])('%o is no target', (text) => {
  expect(parseTarget(text)).toBeUndefined();
});
