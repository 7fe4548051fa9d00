import { definePage } from './define-page.ts';
import { Filters } from './parts/filters.tsx';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';
import { PageTurner } from './parts/page-turner.tsx';
import { ZoneCard } from './parts/zone-card.tsx';
import { ZoneFilter } from './parts/zone-filter.tsx';

export default definePage('zones', (page, shell) => (
  <Layout page={page} shell={shell} name="zones" style={page.zoneFilter}>
    <ListHead
      title="开发区名录"
      count={page.count}
      part={page.turner && page.turner.number > 1 ? page.turner.number : undefined}
      unit="家"
    />
    <Filters filters={page.filters} />
    {page.zones.length > 0 ? (
      <>
        {page.zoneFilter && (
          <div class="zone-filters">
            <ZoneFilter name="region" title="地区" choices={page.regions} total={page.count} />
            {page.levels.length > 0 && (
              <ZoneFilter name="level" title="级别" choices={page.levels} total={page.count} />
            )}
          </div>
        )}
        <ul class="zone-cards">
          {page.zones.map((zone) => (
            <li key={zone.href} data-region={zone.regionKeys} data-level={zone.levelKey}>
              <ZoneCard card={zone} />
            </li>
          ))}
        </ul>
        {/* The number of zones still shown is counted by the style sheet. */}
        {page.zoneFilter && <p class="zones-shown" />}
        <PageTurner turner={page.turner} />
      </>
    ) : (
      <p class="nothing">名录里还没有开发区。</p>
    )}
  </Layout>
));
