import type { TopicCard as Card } from '../../src/pages/page.ts';
import { Thumbnail } from './picture.tsx';

/** A topic with its cover, for the home page and the list of topics. */
export const TopicCards = ({ topics }: { topics: readonly Card[] }) => (
  <ul class="topic-cards">
    {topics.map((topic) => (
      <li key={topic.href} class="topic-card">
        {topic.cover && <Thumbnail href={topic.href} picture={topic.cover} />}
        <p class="topic-name">
          <a class="title" href={topic.href}>
            {topic.title}
          </a>
          <span class="count">{topic.count}篇</span>
        </p>
        {topic.summary && <p class="summary">{topic.summary}</p>}
      </li>
    ))}
  </ul>
);
