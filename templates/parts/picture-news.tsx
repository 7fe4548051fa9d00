import type { Item } from '../../src/pages/page.ts';
import { ItemTitle } from './item-list.tsx';
import { Thumbnail } from './picture.tsx';
import { ShownDay } from './shown-time.tsx';

/** Articles by their pictures, side by side. */
export const PictureNews = ({ items }: { items: readonly Item[] }) => (
  <ul class="pictures">
    {items.map((item) => (
      <li key={item.href}>
        {item.picture && <Thumbnail href={item.href} picture={item.picture} />}
        <ItemTitle item={item} />
        <p class="origin">
          <ShownDay date={item.date} />
          <span>{item.zone?.text ?? item.source}</span>
        </p>
      </li>
    ))}
  </ul>
);
