import type { Link } from '../../src/pages/page.ts';
import type { Shell } from '../../src/pages/shell.ts';

type Entry = Link & { readonly section: string };

const Row = ({ entries, section, name }: { entries: readonly Entry[]; section: string; name: string }) => (
  <ul class={name}>
    {entries.map((entry) => (
      <li key={entry.section}>
        <a href={entry.href} aria-current={entry.section === section ? 'true' : undefined}>
          {entry.text}
        </a>
      </li>
    ))}
  </ul>
);

/** 首页 and the channels; at its end, on wide screens, the services. On phones those stand in the footer alone. */
export const Navigation = ({ shell, section }: { shell: Shell; section: string }) => (
  <nav class="navigation" aria-label="主导航">
    <div class="wide">
      <Row
        name="channels"
        section={section}
        entries={[{ href: shell.home, text: '首页', section: 'home' }, ...shell.navigation]}
      />
      <Row name="services" section={section} entries={shell.services} />
    </div>
  </nav>
);
