import type { SiteSize } from '../publish/build-site.ts';
import { grouped } from './progress.ts';

/** What hosts take, by what they say of themselves (docs/publishing.md). */
const limits = [
  { host: 'Cloudflare Pages 免费版', unit: 'files', most: 20_000 },
  { host: 'Cloudflare Pages 付费版', unit: 'files', most: 100_000 },
  { host: 'GitHub Pages', unit: 'bytes', most: 1_000_000_000 },
] as const;
/** Share of a limit from which on it is named. */
const near = 0.9;

/** Lines that say which limit of a host the site has come near or passed; of each kind the first that is not far behind. */
export function hostNotes(size: SiteSize): string[] {
  return limits
    .filter(({ unit, most }) => size[unit] >= most * near && size[unit] < most * 2)
    .map(({ host, unit, most }) => {
      const is = size[unit] > most ? '超过了' : '接近';
      const [now, limit] =
        unit === 'files'
          ? [`${grouped(size.files)} 个文件`, `${grouped(most)} 个`]
          : [`${grouped(Math.round(size.bytes / 1e6))} MB`, '1 GB'];
      const cure =
        size.indexFiles > 0
          ? `其中检索占 ${grouped(size.indexFiles)} 个文件，用 --no-search 可以省去`
          : '一篇稿件就是一个文件，请换一个没有这个上限的主机（docs/publishing.md）';
      return `注意：网站有 ${now}，${is} ${host}的上限（${limit}）；${cure}。`;
    });
}
