import { fixedAddresses } from '../archive/addresses.ts';
import { texts } from '../site/texts.ts';
import { buildHead } from './head.ts';
import { pageOf } from './key.ts';
import type { LinkGroup } from './link-pages.ts';
import type { Page } from './page.ts';
import { homeCrumb, type Views } from './views.ts';

/** 检索, at `/search/`. `browse` is what the page offers before a question is asked, and without script. */
export function buildSearchPage(views: Views, browse: readonly LinkGroup[]): Page<'search'> {
  const { archive } = views;
  const address = fixedAddresses.search;
  const crumbs = [homeCrumb(views), views.link(address, texts.search)];
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
  return pageOf('search', address, {
    head: buildHead(views, {
      address,
      title: texts.search,
      description: '检索全部新闻的标题和正文，也可以按栏目、地区、开发区和日期查阅。',
      crumbs,
    }),
    crumbs,
    section: 'search',
    title: texts.search,
    names: {
      channel: archive.channels.map(named),
      region: archive.regions.map(({ id, name, parent }) => ({ id, name, parent })),
      zone: archive.zones.map(named),
      medium: (['text', 'picture', 'video'] as const).map((id) => ({ id, name: texts[id] })),
    },
    browse: browse.filter(({ links }) => links.length > 0),
  });
}
