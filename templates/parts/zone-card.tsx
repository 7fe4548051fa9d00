import type { ZoneCard as Card } from '../../src/pages/page.ts';

/** A zone in short: name, level, place and year, what it does. */
export const ZoneCard = ({ card }: { card: Card }) => (
  <div class="zone-card">
    <p class="zone-name">
      <a href={card.href}>{card.name}</a>
      {card.level && <span class="level">{card.level}</span>}
    </p>
    <p class="zone-facts">
      <a href={card.region.href}>{card.region.text}</a>
      {card.founded && <span>{card.founded.length === 4 ? `${card.founded}年` : card.founded}设立</span>}
    </p>
    {card.summary && <p class="summary">{card.summary}</p>}
    {card.industries.length > 0 && <p class="industries">{card.industries.join('、')}</p>}
  </div>
);
