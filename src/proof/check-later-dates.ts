import type { Report } from './finding.ts';

const DATE =
  /(?<![\d年/.-])(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]|(?<![\w/.-])(\d{4})-(\d\d)-(\d\d)(?![\w/-])/g;
/** What says that a sentence speaks of what is to come, or of a rule's time. */
const TO_COME =
  /将|拟|计划|预计|预期|届时|定于|力争|目标|规划|截止|截至|到期|有效|即将|有望|有待|明年|明后|来年|下[个]?月|下周|未来|期限|期间|倒计时|生效|施行|实施|起始|启用|开幕在即|安排|确保|争取|以前完成|前完成|报名|预约|日程|通知|时间表|为期|放假|休市|开放时间|征集/;
/** Directly before or behind a date: an end, or a beginning. */
const BEFORE = /(?:至|到|从|自|于是|在此|直到|——|—|-|~|～)\s*$/;
const BEHIND = /^(?:\s*(?:起|前|之前|以前|止|截止|之后|以后|后|至|到|——|—|-|~|～))/;
/** Another year than that of publication governs what follows. */
const OTHER_YEAR =
  /\d{4}\s*年|去年|前年|上年|昨年|往年|次年|翌年|同年|当年|那年|[元一二三四五六七八九〇零]+年/;
/** Characters around a date that are looked at. */
const SIGHT = 300;
/** Days by which a date without a year may be later: beyond that it is rather one of the year before. */
const NEAR = 45;

/**
 * Dates in the text that are later than `day`, the last on which it was published or changed: 2020-01-23. What is
 * said to be to come is left alone.
 */
export function checkLaterDates(text: string, day: string, report: Report): void {
  if (!/\d ?月|\d-\d/.test(text)) return;
  for (const match of text.matchAll(DATE)) {
    const { 0: value, index } = match;
    const year = match[1] ?? match[4];
    const month = (match[2] ?? match[5] ?? '').padStart(2, '0');
    const date = (match[3] ?? match[6] ?? '').padStart(2, '0');
    const found = `${year ?? day.slice(0, 4)}-${month}-${date}`;
    if (found <= day || !isDay(found)) continue;
    if (year === undefined && !isNear(found, day)) continue;
    if (year === undefined && OTHER_YEAR.test(text.slice(Math.max(0, index - SIGHT), index))) continue;
    if (isToCome(text, index, index + value.length)) continue;
    report('date-later', index, { value, date: day });
  }
}

function isToCome(text: string, from: number, to: number): boolean {
  const before = /[^。！？；\n]*$/.exec(text.slice(Math.max(0, from - SIGHT), from))?.[0] ?? '';
  const behind = /^[^。！？；\n]*/.exec(text.slice(to, to + SIGHT))?.[0] ?? '';
  return TO_COME.test(before + behind) || BEFORE.test(before) || BEHIND.test(behind);
}

const DAY = 24 * 60 * 60 * 1000;

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const isNear = (later: string, day: string): boolean => Date.parse(later) - Date.parse(day) <= NEAR * DAY;
