import type { Item } from '../../src/pages/page.ts';
import { ItemOrigin } from './item-list.tsx';
import { Thumbnail } from './picture.tsx';
import { ShownTime } from './shown-time.tsx';

/** The story that opens the home page, with its picture where it has one. */
export const LeadStory = ({ item }: { item: Item }) => (
  <article class="lead">
    {item.picture && <Thumbnail href={item.href} picture={item.picture} lead />}
    <p class="kicker">
      <a href={item.channel.href}>{item.channel.text}</a>
    </p>
    <h2>
      <a class="title" href={item.href}>
        {item.title}
      </a>
    </h2>
    {item.summary && <p class="summary">{item.summary}</p>}
    <p class="origin">
      <ShownTime date={item.date} />
      <ItemOrigin source={item.source} zone={item.zone} />
    </p>
  </article>
);
