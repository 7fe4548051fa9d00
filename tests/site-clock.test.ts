import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseMoment, parseNow, showMoment, timestampOf, yearOf } from '../src/site/clock.ts';

const zone = 'Asia/Shanghai';

describe('a date of an article', () => {
  test.each([
    ['2020-01-23', '2020-01-23', '2020-01-23'],
    ['2020-01-23 15:30', '2020-01-23T15:30:00+08:00', '2020-01-23 15:30'],
    ['2020-01-23 15:30:00', '2020-01-23T15:30:00+08:00', '2020-01-23 15:30'],
    ['2020-01-23 15:30:45', '2020-01-23T15:30:45+08:00', '2020-01-23 15:30'],
    ['2020-01-23T15:30:00+08:00', '2020-01-23T15:30:00+08:00', '2020-01-23 15:30'],
    ['2020-01-23T20:30:00Z', '2020-01-24T04:30:00+08:00', '2020-01-24 04:30'],
    ['2020-01-23T00:00:00-05:00', '2020-01-23T13:00:00+08:00', '2020-01-23 13:00'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
  ])('%s', (text, iso, shown) => {
    const moment = parseMoment(text, zone);
    if ('why' in moment) throw new Error(moment.why);
    expect(moment.iso).toBe(iso);
    expect(showMoment(moment)).toBe(shown);
  });

  test('without a time it is its day’s 00:00 in the site’s zone', () => {
    expect(parseMoment('2020-01-23', zone)).toMatchObject({ ms: Date.UTC(2020, 0, 22, 16), time: undefined });
  });

  test('midnight that was given is shown', () => {
    expect(parseMoment('2020-01-23 00:00', zone)).toMatchObject({ time: '00:00' });
  });

  test.each(['2020-02-30', '2020-13-01', '2021-02-29', '2020-01-23 24:30', '2020-01-23 12:60', '0000-01-01'])(
    '%s does not exist',
    (text) => {
      expect(parseMoment(text, zone)).toEqual({ why: 'impossible' });
    },
  );

  test.each([
    ['2020-1-3', '2020-01-03'],
    ['2020/01/23', '2020-01-23'],
    ['2020.1.23', '2020-01-23'],
    ['2020年1月23日', '2020-01-23'],
    ['２０２０年１月２３日', '2020-01-23'],
    ['2020年1月23日 9:05', '2020-01-23 09:05'],
  ])('%s should be written %s', (text, right) => {
    expect(parseMoment(text, zone)).toEqual({ why: 'form', right });
  });

  test.each(['', '昨天', '23-01-2020', '2020', '2020-01', 'Jan 23 2020', '1579747800'])(
    '%j is none',
    (text) => {
      expect(parseMoment(text, zone)).toEqual({ why: 'unreadable' });
    },
  );

  test('summer time of the old days in Shanghai', () => {
    expect(parseMoment('1988-07-01 12:00', zone)).toMatchObject({ iso: '1988-07-01T12:00:00+09:00' });
  });

  test('feeds get a time always', () => {
    const moment = parseMoment('2020-01-23', zone);
    if ('why' in moment) throw new Error(moment.why);
    expect(timestampOf(moment, zone)).toBe('2020-01-23T00:00:00+08:00');
    expect(yearOf(moment)).toBe(2020);
  });
});

test('now is the machine’s clock unless it is given', () => {
  expect(Math.abs((parseNow(undefined, zone)?.ms ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(parseNow('2024-12-31T12:00:00+08:00', zone)?.ms).toBe(Date.UTC(2024, 11, 31, 4));
  expect(parseNow('bald', zone)).toBeUndefined();
});

describe('the zone of the process has no say', () => {
  let code: string;
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          import { parseMoment, parseNow, showMoment, timestampOf } from './src/site/clock.ts';
          const texts = ['2020-01-23', '2020-01-23 00:30', '2020-03-08 02:30', '2020-01-23T20:30:00Z'];
          const moments = texts.map((text) => parseMoment(text, 'Asia/Shanghai'));
          console.log(JSON.stringify([
            moments, moments.map(showMoment), moments.map((moment) => timestampOf(moment, 'Asia/Shanghai')),
            parseNow('2024-12-31', 'Asia/Shanghai'),
          ]));`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
    });
    code = outputFiles[0]?.text ?? '';
  });

  const told = (TZ: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-'], {
      input: code,
      env: { ...process.env, TZ },
    }).toString();

  test.each(['America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kathmandu'])('TZ=%s', (TZ) => {
    expect(told(TZ)).toBe(told('UTC'));
    expect(JSON.parse(told(TZ))[1]).toEqual([
      '2020-01-23',
      '2020-01-23 00:30',
      '2020-03-08 02:30',
      '2020-01-24 04:30',
    ]);
  });
});
