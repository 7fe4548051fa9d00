import { pinyin } from 'pinyin-pro';
import { fold } from './fold.ts';

/**
 * How readers type a Chinese name in Latin letters: 昆山德国工业园 → `ksdggyy` and `kunshandeguogongyeyuan`. Latin
 * letters and digits stay whole, all else is left out; ü is v.
 */
export function initialsOf(name: string): { readonly initials: string; readonly pinyin: string } {
  const parts = pinyin(fold(name), { toneType: 'none', type: 'all', v: true, nonZh: 'consecutive' });
  const kept = parts.map(({ isZh, origin, result }) => {
    const letters = (isZh ? result : origin).replace(/[^a-z0-9]/g, '');
    return { letters, initial: isZh ? letters.charAt(0) : letters };
  });
  return {
    initials: kept.map(({ initial }) => initial).join(''),
    pinyin: kept.map(({ letters }) => letters).join(''),
  };
}
