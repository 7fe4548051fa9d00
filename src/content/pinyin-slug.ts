import { pinyin } from 'pinyin-pro';

/** Of a slug: the limit of `SLUG`. */
const most = 80;

/**
 * A title as the last part of an address: pinyin without tones, a syllable a part (ü is v), Latin words and numbers
 * as they are: `昆山PM2.5下降` → `kun-shan-pm2-5-xia-jiang`. At most 80 characters, cut between parts, with room for
 * `-<number>` where a number from 2 on is given; `article` where nothing of the title can be written so.
 */
export function pinyinSlug(title: string, number = 1): string {
  const text = title.normalize('NFKC');
  const parts = pinyin(text, { toneType: 'none', type: 'all', v: true, nonZh: 'consecutive' }).flatMap(
    ({ isZh, origin, result }) => latinWords(isZh ? result : origin),
  );
  const tail = number === 1 ? '' : `-${number}`;
  const room = most - tail.length;
  let slug = parts[0]?.slice(0, room) ?? 'article';
  for (const part of parts.slice(1)) {
    if (slug.length + 1 + part.length > room) break;
    slug += `-${part}`;
  }
  return slug + tail;
}

/** `Café d'Or` → `cafe`, `dor` */
const latinWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];
