import type { ArticlePage } from '../../src/pages/page.ts';

type Shown = NonNullable<ArticlePage['video']>;

/** The video of an article: loaded only when it is played, at the size of its poster. */
export const Video = ({ video: { src, poster } }: { video: Shown }) => (
  <figure>
    {/* biome-ignore lint/a11y/useMediaCaption: the article's text tells what the video shows */}
    <video
      src={src}
      poster={poster.src}
      width={poster.width}
      height={poster.height}
      controls
      preload="none"
      aria-label={poster.alt}
    />
    {(poster.caption || poster.credit) && (
      <figcaption>
        {poster.caption}
        {poster.credit && <small>{poster.credit}</small>}
      </figcaption>
    )}
  </figure>
);
