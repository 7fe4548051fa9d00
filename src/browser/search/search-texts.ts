import type { VolumeEntry } from '../../search/search-files.ts';
import type { SearchClosed } from './archive-index.ts';
import { type Asked, isNarrowed } from './asked.ts';
import type { HitCount, RunProgress } from './search-run.ts';

/** Words that the search page shows. Pure, so that each of them can be tested. */

/** `2012年`, `2010年至2019年`, `2020年1月至6月`, `2020年1月1日至10日`, by the name of a volume. */
export function spanName({ name }: Pick<VolumeEntry, 'name'>): string {
  const [first = '', last = first] = name.split('-');
  // Parts of one day are numbered: `20200101-2`.
  if (first.length === 8 && last.length < 4) return `${dayText(first)}（之${last}）`;
  if (first === last) return dayText(first);
  const from = dayText(first);
  const sameMonth = first.slice(0, 6) === last.slice(0, 6);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  const to = dayText(last);
  return `${from}至${sameMonth ? to.slice(to.indexOf('月') + 1) : sameYear ? to.slice(5) : to}`;
}

function dayText(digits: string): string {
  const year = `${digits.slice(0, 4)}年`;
  const month = digits.length > 4 ? `${Number(digits.slice(4, 6))}月` : '';
  const day = digits.length > 6 ? `${Number(digits.slice(6, 8))}日` : '';
  return year + month + day;
}

/** `共 12 条`, `约 12 条`, `至少 12 条`. */
export function countText({ kind, number }: HitCount): string {
  const word = { exact: '共', about: '约', least: '至少' }[kind];
  return `${word} ${number} 条`;
}

/** `“招商引资”`, or what is listed where nothing was written. */
export function subjectOf(asked: Asked): string {
  const quoted = /["“”＂「」『』]/.test(asked.text) ? ` ${asked.text} ` : `“${asked.text}”`;
  return asked.text === '' ? '筛选出的新闻' : `${quoted}${isNarrowed(asked) ? '（已筛选）' : ''}`;
}

/**
 * What the status line says when the question is answered as far as it goes.
 * @param isPaused nothing was found so far, but not all was looked at
 */
export function answerText(
  subject: string,
  count: HitCount,
  failed: readonly VolumeEntry[],
  isPaused: boolean,
): string {
  const fault = failed.length === 0 ? '' : `${failedText(failed)}。`;
  if (isPaused) return `${fault}还没有找到${subject}，可以接着找`;
  if (count.number > 0) return `${fault}${subject}：${countText(count)}`;
  return `${fault}${fault && '其余各段'}没有找到${subject}`;
}

/** `2012年、2013年的索引打不开` */
export function failedText(failed: readonly VolumeEntry[]): string {
  const names = failed.slice(0, 3).map(spanName);
  return `${names.join('、')}${failed.length > names.length ? `等 ${failed.length} 段` : ''}的索引打不开`;
}

export const progressText = ({ opened, of }: RunProgress): string =>
  of > 1 ? `正在从新到旧检索：已打开 ${opened} 段，共 ${of} 段` : '正在检索';

export const closedTexts: Readonly<Record<SearchClosed['reason'], string>> = {
  list: '检索目录打不开，暂时不能检索',
  wasm: '检索程序打不开，暂时不能检索',
  browser: '这个浏览器不能运行检索程序（WebAssembly）',
};
