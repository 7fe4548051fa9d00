import type { Article } from '../content/article.ts';
import { type Moment, showMoment } from '../site/clock.ts';

/** Why readers do not see an article as it is previewed, in words for its editor. */
export function articleStates(article: Article, now: Moment): string[] {
  const { date, draft, expires, withdrawn } = article;
  if (withdrawn) {
    return [`此稿已于 ${showMoment(withdrawn.date)} 撤稿：地址保留，读者看到的就是下面这一页`];
  }
  if (expires && expires.ms < now.ms) {
    return [`此稿已于 ${showMoment(expires)} 过期：地址保留，读者看到的就是下面这一页`];
  }
  const states: string[] = [];
  if (draft) states.push('草稿：正式网站上没有这一篇，删掉 draft: true 才会发布');
  if (date.ms > now.ms) states.push(`此稿将于 ${showMoment(date)} 发布`);
  if (expires) states.push(`此稿将于 ${showMoment(expires)} 过期撤下`);
  return states;
}
