import type { Item, Link } from '../../src/pages/page.ts';
import { Thumbnail } from './picture.tsx';
import { renderedOnce } from './rendered-once.ts';
import { ShownDay, ShownTime } from './shown-time.tsx';

const MEDIUM_NAMES = { text: undefined, picture: '图片', video: '视频' };

/** The link to an article, with a small tag where it is more than text. */
export const ItemTitle = ({ item }: { item: Item }) => {
  const medium = MEDIUM_NAMES[item.medium];
  return (
    <>
      <a class="title" href={item.href}>
        {item.title}
      </a>
      {medium && <span class="medium">{medium}</span>}
    </>
  );
};

/** Source and zone of an item. */
export const ItemOrigin = ({ source, zone }: { source: string; zone: Link | undefined }) => (
  <>
    <span class="source">{source}</span>
    {zone && (
      <span class="zone">
        <a href={zone.href}>{zone.text}</a>
      </span>
    )}
  </>
);

/** A list of articles at full width: date, title, summary, origin, picture. */
export const ItemList = ({ items }: { items: readonly Item[] }) => (
  <ol class="items">{items.map((item) => renderedOnce(item, 'item', () => <ItemRow item={item} />))}</ol>
);

const ItemRow = ({ item }: { item: Item }) => (
  <li class="item">
    <ShownTime date={item.date} />
    <div class="item-text">
      <ItemTitle item={item} />
      {item.summary && <p class="summary">{item.summary}</p>}
      <p class="origin">
        <ItemOrigin source={item.source} zone={item.zone} />
      </p>
    </div>
    {item.picture && <Thumbnail href={item.href} picture={item.picture} />}
  </li>
);

/** A dense list: titles, and a line with day, source and zone below each. */
export const Headlines = ({ items }: { items: readonly Item[] }) => (
  <ol class="headlines">
    {items.map((item) => renderedOnce(item, 'headline', () => <HeadlineRow item={item} />))}
  </ol>
);

const HeadlineRow = ({ item }: { item: Item }) => (
  <li>
    <ItemTitle item={item} />
    <p class="origin">
      <ShownDay date={item.date} />
      <ItemOrigin source={item.source} zone={item.zone} />
    </p>
  </li>
);
