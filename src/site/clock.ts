import { DateTime, IANAZone } from 'luxon';

/** A date of an article: a day, and a time only where one was given. All in the site's zone. */
export interface Moment {
  /** Milliseconds since 1970 UTC; a day without a time counts as its 00:00. */
  readonly ms: number;
  /** `2020-01-23` */
  readonly day: string;
  /** `15:30`, or `15:30:20` where seconds were given; undefined where no time was given. */
  readonly time: string | undefined;
  /** For `datetime` and JSON-LD: `2020-01-23T15:30:00+08:00`, or `2020-01-23` without a time. */
  readonly iso: string;
}

/** Why a text is no date. `form`: it is written in another way, and `right` is what it should be. */
export type NotADate =
  | { readonly why: 'impossible' }
  | { readonly why: 'form'; readonly right: string }
  | { readonly why: 'unreadable' };

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const OTHER_DAY =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?[分秒]?)?$/;

/**
 * Text → a moment in the zone; the only door for dates of content.
 * Accepts `2020-01-23`, `2020-01-23 15:30`, `2020-01-23 15:30:00` and, with `T` or an offset, ISO 8601.
 */
export function parseMoment(text: string, timeZone: string): Moment | NotADate {
  const match = WRITTEN.exec(text);
  if (!match) return notWrittenSo(text);
  const [, year, month, day, hour, minute, second, offset] = match;
  const quick = offset === undefined && year !== '0000' ? wallClock(text, timeZone) : undefined;
  if (quick) return quick;
  const zone = offset === undefined ? timeZone : offset === 'Z' ? 'utc' : `utc${withColon(offset)}`;
  const value = DateTime.fromObject(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
    },
    { zone },
  );
  if (!value.isValid || value.year === 0 || hour === '24') return { why: 'impossible' };
  if (hour === undefined) return { ms: value.toMillis(), day: text, time: undefined, iso: text };
  return momentOf(value.setZone(timeZone), second !== undefined && second !== '00');
}

/** "Now" for one build, from `--now` or the machine's clock. Undefined where the text is no date. */
export function parseNow(text: string | undefined, timeZone: string): Moment | undefined {
  if (text === undefined) return momentOf(DateTime.now().setZone(timeZone), true);
  const moment = parseMoment(text, timeZone);
  return 'why' in moment ? undefined : moment;
}

/** The year of a moment, as a number. */
export const yearOf = (moment: Moment): number => Number(moment.day.slice(0, 4));

/** `2020-01-23 15:30`, or `2020-01-23` where no time was given: what readers see, and PubDate of 网页标签规范. */
export const showMoment = (moment: Moment): string =>
  moment.time === undefined ? moment.day : `${moment.day} ${moment.time.slice(0, 5)}`;

/** With a time always, as feeds and sitemaps want it (RFC 3339): a day without a time is its 00:00. */
export function timestampOf(moment: Moment, timeZone: string): string {
  if (moment.time !== undefined) return moment.iso;
  return `${moment.day}T00:00:00${DateTime.fromMillis(moment.ms, { zone: timeZone }).toFormat('ZZ')}`;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MONTH = 30 * DAY;
/** Offsets in minutes by zone and span of 30 days; null where the offset changes within. */
const offsets = new Map<string, Map<number, number | null>>();

/**
 * The moment that a text without offset names, by arithmetic: a tenth of the time that a `DateTime` takes.
 * Undefined where it is no real moment or lies near a change of the zone's offset: then luxon decides.
 */
function wallClock(text: string, timeZone: string): Moment | undefined {
  const day = text.slice(0, 10);
  const seconds = text.length > 16 ? text.slice(17, 19) : '00';
  const clock = text.length > 10 ? `${text.slice(11, 16)}:${seconds}` : '00:00:00';
  const wall = Date.parse(`${day}T${clock}Z`);
  // Date.parse takes 24:00 and 31 February.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== `${day}T${clock}`) return undefined;
  const offset = settledOffset(wall, timeZone);
  if (offset === null) return undefined;
  const ms = wall - offset * MINUTE;
  if (text.length === 10) return { ms, day, time: undefined, iso: text };
  const time = seconds === '00' ? clock.slice(0, 5) : clock;
  return { ms, day, time, iso: `${day}T${clock}${writtenOffset(offset)}` };
}

function settledOffset(wall: number, timeZone: string): number | null {
  let spans = offsets.get(timeZone);
  if (!spans) {
    spans = new Map();
    offsets.set(timeZone, spans);
  }
  const span = Math.floor(wall / MONTH);
  const known = spans.get(span);
  if (known !== undefined) return known;
  const zone = IANAZone.create(timeZone);
  // A day more on both sides: wall clocks differ from UTC by up to 14 hours.
  const found = [-DAY, MONTH / 3, (2 * MONTH) / 3, MONTH + DAY].map((step) =>
    zone.offset(span * MONTH + step),
  );
  const offset = found.every((each) => each === found[0]) ? (found[0] ?? null) : null;
  spans.set(span, offset);
  return offset;
}

function writtenOffset(minutes: number): string {
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function momentOf(value: DateTime, seconds: boolean): Moment {
  return {
    ms: value.toMillis(),
    day: value.toFormat('yyyy-MM-dd'),
    time: value.toFormat(seconds ? 'HH:mm:ss' : 'HH:mm'),
    iso: value.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
  };
}

function notWrittenSo(text: string): NotADate {
  const match = OTHER_DAY.exec(text.normalize('NFKC').trim());
  if (!match) return { why: 'unreadable' };
  const [, year, month, day, hour, minute] = match;
  const two = (digits: string): string => digits.padStart(2, '0');
  const right =
    `${year}-${two(month ?? '')}-${two(day ?? '')}` +
    (hour === undefined || minute === undefined ? '' : ` ${two(hour)}:${two(minute)}`);
  return { why: 'form', right };
}

const withColon = (offset: string): string =>
  offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
