import type { ZonePage } from '../../src/pages/page.ts';

/** What the registry knows of a zone. */
export const ZoneFacts = ({ facts }: { facts: ZonePage['facts'] }) => (
  <section class="zone-register">
    <h2>基本情况</h2>
    <dl>
      {facts.map(({ name, value, href }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{href ? <a href={href}>{value}</a> : value}</dd>
        </div>
      ))}
    </dl>
  </section>
);
