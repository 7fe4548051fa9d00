import type { ShownDate } from '../../src/pages/page.ts';

/** A date as it is written: with its time where one was given. */
export const ShownTime = ({ date }: { date: ShownDate }) => <time dateTime={date.iso}>{date.text}</time>;

/** The day alone, for narrow columns: the first ten characters of both written forms. */
export const ShownDay = ({ date }: { date: ShownDate }) => (
  <time dateTime={date.iso}>{date.text.slice(0, 10)}</time>
);
