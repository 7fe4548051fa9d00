import type { HomePage } from '../../src/pages/page.ts';
import { ItemOrigin, ItemTitle } from './item-list.tsx';
import { Thumbnail } from './picture.tsx';
import { SectionHeading } from './section-heading.tsx';
import { ShownDay } from './shown-time.tsx';

type Digest = HomePage['channels'][number];

/** A channel on the home page: its newest with summary and picture, then titles. */
export const ChannelDigest = ({ channel: { link, items } }: { channel: Digest }) => {
  const [first, ...others] = items;
  return (
    <section class="digest">
      <SectionHeading title={link.text} href={link.href} />
      {first ? (
        <div class="digest-first">
          {first.picture && <Thumbnail href={first.href} picture={first.picture} />}
          <p>
            <ItemTitle item={first} />
          </p>
          {first.summary && <p class="summary">{first.summary}</p>}
          <p class="origin">
            <ShownDay date={first.date} />
            <ItemOrigin source={first.source} zone={first.zone} />
          </p>
        </div>
      ) : (
        <p class="nothing">本栏目还没有稿件。</p>
      )}
      {others.length > 0 && (
        <ol class="titles">
          {others.map((item) => (
            <li key={item.href}>
              <span>
                <ItemTitle item={item} />
              </span>
              <ShownDay date={item.date} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
