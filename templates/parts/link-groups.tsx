import type { LinkGroup } from '../../src/pages/link-pages.ts';

/** Headed groups of links, one below the other. */
export const LinkGroups = ({ groups }: { groups: readonly LinkGroup[] }) => (
  <>
    {groups.map((group) => (
      <section key={group.title} class="directory-group">
        <h2>{group.title}</h2>
        <ul>
          {group.links.map(({ href, text, note }) => (
            <li key={href}>
              <a href={href}>{text}</a>
              {note && <span class="count">{note}</span>}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);
