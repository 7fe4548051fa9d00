import type { ShownPicture } from '../../src/pages/page.ts';

/** A picture with its size, so that nothing moves when it arrives. Lazy unless it leads the page. */
export const Picture = ({ picture, lead = false }: { picture: ShownPicture; lead?: boolean }) => (
  <img
    src={picture.src}
    alt={picture.alt}
    width={picture.width}
    height={picture.height}
    loading={lead ? undefined : 'lazy'}
    fetchpriority={lead ? 'high' : undefined}
    decoding="async"
  />
);

/** A picture with caption and credit. */
export const Figure = ({ picture, lead = false }: { picture: ShownPicture; lead?: boolean }) => (
  <figure>
    <Picture picture={picture} lead={lead} />
    {(picture.caption || picture.credit) && (
      <figcaption>
        {picture.caption}
        {picture.credit && <small>{picture.credit}</small>}
      </figcaption>
    )}
  </figure>
);

interface ThumbnailProps {
  readonly href: string;
  readonly picture: ShownPicture;
  readonly lead?: boolean;
}

/** A second way to the page that the title beside it leads to: neither focus nor speech stop here. */
const UNSPOKEN = { tabIndex: -1, 'aria-hidden': true };

/** The picture beside a title. */
export const Thumbnail = ({ href, picture, lead = false }: ThumbnailProps) => (
  <a class="thumbnail" href={href} {...UNSPOKEN}>
    <Picture picture={{ ...picture, alt: '' }} lead={lead} />
  </a>
);
