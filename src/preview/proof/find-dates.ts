import { type Found, findAll, type ProofLine, Spans } from './found.ts';

const weekdays = '日一二三四五六';
/** 星期五 behind a date, in brackets or not. */
const weekday = String.raw`(?:\s*[（(]?\s*(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])\s*[）)]?)`;
const yearWord = '去年|上年|今年|本年|明年|来年|翌年';
const wholeDate = new RegExp(
  String.raw`(?<year>\d{4})(?:年|[-/.])(?<month>\d{1,2})(?:月|[-/.])(?<day>\d{1,2})(?:[日号]|(?![\d.]))${weekday}?`,
  'gu',
);
const monthAndDay = new RegExp(
  String.raw`(?<![\d年])(?<when>${yearWord})?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]${weekday}?`,
  'gu',
);
const dayAlone = new RegExp(String.raw`(?<![\d月])(?<day>\d{1,2})[日号]${weekday}`, 'gu');
const relativeDay = /前天|昨天|昨日|今天|今日|明天|明日|后天/gu;
const relativeDays: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };
const coarse =
  /\d{4}年(?:\d{1,2}月(?:[上中下]旬|底|初)?)?|(?<!\d)\d{1,2}月(?:[上中下]旬|底|初)?(?!\d)|(?:星期|礼拜)[一二三四五六日天]|(?<!\p{Script=Han})周[一二三四五六日]|(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|[时点](?:\d{1,2}分|半)?)/gu;

/**
 * Dates, days and times, with the weekday that each date has. A weekday that is written beside a date and is not its
 * own is doubtful, so is a day that the calendar does not have.
 * @param published the day of the article in the site's zone, `2024-12-27`: dates without a year are near it
 */
export function findDates(lines: readonly ProofLine[], published: string): Found[] {
  const taken = new Spans();
  const [year = 0, month = 0] = published.split('-').map(Number);
  const groupsOf = ({ groups = {} }: RegExpExecArray): Readonly<Record<string, string | undefined>> => groups;
  return [
    ...taken.takeFree(
      findAll(lines, wholeDate, (match) => {
        const groups = groupsOf(match);
        const date = [Number(groups.year), Number(groups.month), Number(groups.day)] as const;
        return judge(date, groups.weekday, []);
      }),
    ),
    ...taken.takeFree(
      findAll(lines, monthAndDay, (match) => {
        const groups = groupsOf(match);
        const asked = yearOf(groups.when, year);
        const near = asked ?? nearYear(year, month, Number(groups.month));
        const others = asked === undefined ? [near - 1, near + 1] : [];
        return judge([near, Number(groups.month), Number(groups.day)], groups.weekday, others);
      }),
    ),
    ...taken.takeFree(
      findAll(lines, dayAlone, (match) => {
        const groups = groupsOf(match);
        return judge([year, month, Number(groups.day)], groups.weekday, []);
      }),
    ),
    ...taken.takeFree(
      findAll(lines, relativeDay, ([text]) => ({
        note: showDay(addDays(published, relativeDays[text.slice(0, 1)] ?? 0)),
      })),
    ),
    ...taken.takeFree(findAll(lines, coarse)),
  ];
}

type Date3 = readonly [year: number, month: number, day: number];

/** @param others years that the writer may have meant as well */
function judge(
  date: Date3,
  written: string | undefined,
  others: readonly number[],
): Pick<Found, 'note' | 'isDoubtful'> {
  const right = weekdayOf(date);
  if (right === undefined) return { note: '没有这一天', isDoubtful: true };
  const shown = `${date[0]}年${date[1]}月${date[2]}日是星期${right}`;
  if (written === undefined) return { note: shown };
  const said = written.replace('天', '日');
  if (said === right) return { note: `${shown}，相符` };
  const fitting = others.find((year) => weekdayOf([year, date[1], date[2]]) === said);
  const hint = fitting === undefined ? '' : `；${fitting}年的这一天才是星期${said}`;
  return { note: `星期不符：${shown}${hint}`, isDoubtful: true };
}

function weekdayOf([year, month, day]: Date3): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1000;
  return isReal ? weekdays[date.getUTCDay()] : undefined;
}

function yearOf(word: string | undefined, year: number): number | undefined {
  if (word === undefined) return undefined;
  if (word === '去年' || word === '上年') return year - 1;
  return word === '今年' || word === '本年' ? year : year + 1;
}

/** The year of publication, but in spring a month of last autumn is last year's. */
const nearYear = (year: number, published: number, month: number): number =>
  month - published > 6 ? year - 1 : year;

function addDays(day: string, days: number): Date3 {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

const showDay = (date: Date3): string => `${date[0]}年${date[1]}月${date[2]}日，星期${weekdayOf(date) ?? ''}`;
