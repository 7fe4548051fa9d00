import { definePage } from './define-page.ts';
import { Filters } from './parts/filters.tsx';
import { ItemList } from './parts/item-list.tsx';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';
import { Pager } from './parts/pager.tsx';
import { SectionHeading } from './parts/section-heading.tsx';
import { ZoneCard } from './parts/zone-card.tsx';

export default definePage('list', (page, shell) => (
  <Layout page={page} shell={shell} name={page.zones.length > 0 ? 'list list-with-zones' : 'list'}>
    <ListHead
      title={page.title}
      count={page.count}
      part={page.paging.number}
      description={page.description}
      feed={page.feed}
    />
    <Filters filters={page.filters} />
    <div class="list-body">
      {page.count === 0 && <p class="nothing">这里还没有稿件。</p>}
      {page.groups.map((group) => (
        <section key={group.id ?? ''} class="group">
          {group.title && <h2 id={group.id}>{group.title}</h2>}
          <ItemList items={group.items} />
        </section>
      ))}
      <Pager paging={page.paging} />
    </div>
    {page.zones.length > 0 && (
      <aside class="beside" aria-label="本地区的开发区">
        <SectionHeading title="本地区的开发区" href={page.allZones} />
        {page.zones.map((zone) => (
          <ZoneCard key={zone.href} card={zone} />
        ))}
      </aside>
    )}
  </Layout>
));
