import type { Link } from '../../src/pages/page.ts';

/** 您现在的位置: every step is a real page; the last one is marked where it is the page itself. */
export const Crumbs = ({ crumbs, canonical }: { crumbs: readonly Link[]; canonical: string | undefined }) => {
  const here = canonical && new URL(canonical).pathname;
  const last = crumbs.length - 1;
  return (
    <nav class="crumbs" aria-label="您现在的位置">
      <span class="crumbs-label" aria-hidden="true">
        您现在的位置：
      </span>
      <ol>
        {crumbs.map(({ href, text }, place) => (
          <li key={href}>
            <a href={href} aria-current={place === last && href === here ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
};
