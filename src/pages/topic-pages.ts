import { cutDirectory } from '../archive/lists.ts';
import { yearOfNewest } from '../archive/part-years.ts';
import type { Topic } from '../content/registries.ts';
import { texts } from '../site/texts.ts';
import { buildTurner, partSuffix } from './directory-parts.ts';
import { buildHead } from './head.ts';
import { digestOf, lazyPage, pageOf } from './key.ts';
import type { Page, TopicCard } from './page.ts';
import { buildShownParts } from './paging.ts';
import { homeCrumb, type Views } from './views.ts';

/** Topics on a page of their directory, and those that its description names. */
const pageSize = 60;
const titlesNamed = 10;

/** 专题: the list of topics, and each topic with its introduction and news. */
export function* buildTopicPages(views: Views): Generator<Page> {
  const { topics } = views.archive;
  const crumbs = [homeCrumb(views), views.link('/topics/', texts.topics)];
  const parts = cutDirectory('/topics/', topics, pageSize);
  for (const [index, part] of parts.entries()) {
    const named = part.items.slice(0, titlesNamed).map(({ title }) => title);
    yield pageOf('topics', part.address, {
      head: buildHead(views, {
        address: part.address,
        title: texts.topics + partSuffix(part),
        description: `全部专题：${named.join('、')}${named.length < part.items.length ? '等' : ''}`,
        crumbs,
      }),
      crumbs,
      section: 'topics',
      count: topics.length,
      turner: buildTurner(views, parts, index),
      topics: part.items.map((topic) => topicCard(views, topic)),
    });
  }
  for (const topic of topics) {
    const address = `/topics/${topic.id}/`;
    const articles = views.archive.lists.get(address)?.articles ?? [];
    const trail = [...crumbs, views.link(address, topic.title)];
    const fed = articles.length > 0;
    const topicKey = digestOf(JSON.stringify([views.siteKey, fed, { ...topic, html: topic.digest }]));
    for (const part of buildShownParts(views, address, articles)) {
      yield lazyPage(
        'topic',
        part.address,
        yearOfNewest(part.articles),
        () => `${topicKey} ${part.key()}`,
        () => ({
          head: buildHead(views, {
            address: part.address,
            title: topic.title + part.suffix,
            description: (topic.summary || topic.title) + part.suffix,
            feed: fed ? { address, name: topic.title } : undefined,
            crumbs: trail,
            picture: topic.cover,
          }),
          crumbs: trail,
          section: 'topics',
          title: topic.title,
          summary: topic.summary,
          cover: topic.cover && views.picture(topic.cover),
          html: topic.html,
          count: part.newest ? articles.length : undefined,
          items: part.articles.map(views.item),
          paging: part.paging,
          feed: fed ? views.href(`${address}feed.xml`) : undefined,
          profile: part.newest,
        }),
      );
    }
  }
}

export function topicCard(views: Views, topic: Topic): TopicCard {
  return {
    href: views.href(`/topics/${topic.id}/`),
    title: topic.title,
    summary: topic.summary,
    cover: topic.cover && views.picture(topic.cover),
    count: views.archive.lists.get(`/topics/${topic.id}/`)?.articles.length ?? 0,
  };
}
