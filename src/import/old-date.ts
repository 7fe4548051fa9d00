import { parseMoment } from '../site/clock.ts';

const DATE =
  /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?(?:[\sT]*(?:星期.|周.)?\s*(\d{1,2})\s*[:：时]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2})(?:\.\d+)?)?\s*秒?\s*(Z|[+-]\d\d:?\d\d)?)?/;
const DIGITS = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/;
const HAN_DATE =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;
const HAN_DIGITS = '〇一二三四五六七八九';

/**
 * The first date in a text of an old page as front matter has it, `2018-05-03 10:20`; undefined where there is none
 * or it is no real day. A time of 00:00 is none: systems that store only the day print it so.
 */
export function findDate(text: string, timeZone: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const han = HAN_DATE.exec(plain);
  if (han) {
    const [, year = '', month = '', day = ''] = han;
    const digits = [...year].map((digit) => HAN_DIGITS.indexOf(/[○零]/.test(digit) ? '〇' : digit)).join('');
    return checked(digits, hanNumber(month), hanNumber(day), undefined, timeZone);
  }
  const [, year, month, day, hour, minute, second, offset] = DATE.exec(plain) ?? DIGITS.exec(plain) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const isMidnight = Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0;
  const clock =
    hour === undefined || minute === undefined || (isMidnight && offset === undefined)
      ? undefined
      : `${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}${offset ?? ''}`;
  return checked(year, month, day, clock, timeZone) ?? checked(year, month, day, undefined, timeZone);
}

/** The day that an address tells: `t20170608_2964829.html`, `/2026/1/23/art_1.html`, `/2018-05/03/`. */
export function dateInAddress(path: string, timeZone: string): string | undefined {
  const [, year, month, day] =
    /\/t((?:19|20)\d\d)(\d\d)(\d\d)_\d+\.s?html?$/.exec(path) ??
    /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})\//.exec(path) ??
    /\/((?:19|20)\d\d)(\d\d)\/?(\d\d)\//.exec(path) ??
    [];
  return year === undefined || month === undefined || day === undefined
    ? undefined
    : checked(year, month, day, undefined, timeZone);
}

function checked(
  year: string,
  month: string,
  day: string,
  clock: string | undefined,
  timeZone: string,
): string | undefined {
  const written = `${year}-${two(month)}-${two(day)}${clock === undefined ? '' : ` ${clock}`}`;
  const moment = parseMoment(written, timeZone);
  if ('why' in moment || moment.day < '1980') return undefined;
  return moment.time === undefined ? moment.day : `${moment.day} ${moment.time}`;
}

const two = (digits: string): string => digits.padStart(2, '0');

/** 一 … 三十一 */
function hanNumber(text: string): string {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text];
  const value =
    (tens === '' ? 1 : HAN_DIGITS.indexOf(tens)) * 10 + Math.max(0, HAN_DIGITS.indexOf(ones || '〇'));
  return String(value);
}
