import type { HomePage } from '../../src/pages/page.ts';

/** The zones of every region in one line each. */
export const ZonesByRegion = ({ regions }: { regions: HomePage['zonesByRegion'] }) => (
  <dl class="zones-by-region">
    {regions.map(({ region, zones }) => (
      <div key={region.href}>
        <dt>
          <a href={region.href}>{region.text}</a>
        </dt>
        <dd>
          {zones.map((zone) => (
            <a key={zone.href} href={zone.href}>
              {zone.text}
            </a>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);
