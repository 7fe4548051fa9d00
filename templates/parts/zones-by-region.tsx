import type { RegionZones } from '../../src/pages/link-pages.ts';

/** The zones of every region in one line each. */
export const ZonesByRegion = ({ regions }: { regions: readonly RegionZones[] }) => (
  <dl class="zones-by-region">
    {regions.map(({ region, zones, all }) => (
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
          {all && <a href={all.href}>{all.text}</a>}
        </dd>
      </div>
    ))}
  </dl>
);
