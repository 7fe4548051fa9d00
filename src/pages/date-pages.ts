import { cutList } from '../archive/lists.ts';
import type { Article } from '../content/article.ts';
import { dayName, texts } from '../site/texts.ts';
import { buildHead } from './head.ts';
import { lazyPage, pageOf } from './key.ts';
import type { CalendarDay, Page, YearPage, YearsPage } from './page.ts';
import { homeCrumb, type Views } from './views.ts';

/** News by date: `/news/` with all years, and each year as a calendar. */
export function* buildDatePages(views: Views): Generator<Page> {
  const years = groupByYear(views.archive.articles);
  const crumbs = [homeCrumb(views), views.link('/news/', texts.years)];
  yield pageOf('years', '/news/', {
    head: buildHead(views, {
      address: '/news/',
      title: texts.years,
      description: '按年、按月查阅全部新闻。',
      crumbs,
    }),
    crumbs,
    section: 'years',
    years: [...years].map(([year, articles]) => buildYearRow(views, year, articles)),
  });
  const order = [...years.keys()];
  for (const [index, year] of order.entries()) {
    const address = `/news/${year}/`;
    const trail = [...crumbs, views.link(address, `${year}年`)];
    const yearLink = (other: string | undefined) =>
      other === undefined ? undefined : views.link(`/news/${other}/`, `${other}年`);
    const articles = years.get(year) ?? [];
    const data: YearPage = {
      head: buildHead(views, {
        address,
        title: `${year}年新闻`,
        description: `${year}年发布的新闻，按日历查阅，共${articles.length}篇。`,
        crumbs: trail,
      }),
      crumbs: trail,
      section: 'years',
      year,
      count: articles.length,
      newer: yearLink(order[index - 1]),
      older: yearLink(order[index + 1]),
      months: months.map((month) => buildMonth(views, year, month)),
    };
    yield lazyPage(
      'year',
      address,
      year,
      () => JSON.stringify(data),
      () => data,
    );
  }
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Years that have news, newest first; made once for a list, since many pages ask. */
export function groupByYear(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const known = grouped.get(articles);
  if (known) return known;
  const years = new Map<string, Article[]>();
  for (const article of articles) {
    const year = article.date.day.slice(0, 4);
    const same = years.get(year);
    if (same) same.push(article);
    else years.set(year, [article]);
  }
  grouped.set(articles, years);
  return years;
}

const grouped = new WeakMap<readonly Article[], ReadonlyMap<string, readonly Article[]>>();

function buildYearRow(views: Views, year: string, articles: readonly Article[]): YearsPage['years'][number] {
  return {
    link: views.link(`/news/${year}/`, `${year}年`),
    count: articles.length,
    months: months.map((month) => {
      const address = `/news/${year}/${month}/`;
      const count = views.archive.lists.get(address)?.articles.length ?? 0;
      return { name: `${Number(month)}月`, href: count === 0 ? undefined : views.href(address), count };
    }),
  };
}

function buildMonth(views: Views, year: string, month: string): YearPage['months'][number] {
  const address = `/news/${year}/${month}/`;
  const articles = views.archive.lists.get(address)?.articles ?? [];
  // A day leads to the part of the month's list that holds its newest article.
  const days = new Map<string, { href: string; count: number }>();
  for (const part of cutList(address, articles, views.site.pageSize)) {
    for (const { date } of part.articles) {
      const known = days.get(date.day);
      if (known) known.count++;
      else days.set(date.day, { href: `${views.href(part.address)}#${date.day}`, count: 1 });
    }
  }
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const firstWeekday = (new Date(Date.UTC(Number(year), Number(month) - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (CalendarDay | undefined)[] = Array.from({ length: firstWeekday }, () => undefined);
  for (let number = 1; number <= length; number++) {
    const day = `${year}-${month}-${String(number).padStart(2, '0')}`;
    const found = days.get(day);
    cells.push({
      day: number,
      href: found?.href,
      label: found ? `${dayName(day)}，${found.count}篇` : dayName(day),
    });
  }
  while (cells.length % 7 !== 0) cells.push(undefined);
  return {
    name: `${Number(month)}月`,
    href: articles.length === 0 ? undefined : views.href(address),
    count: articles.length,
    weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
  };
}
