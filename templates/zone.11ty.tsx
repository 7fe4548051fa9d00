import { definePage } from './define-page.ts';
import { Html } from './parts/html.tsx';
import { ItemList } from './parts/item-list.tsx';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';
import { Pager } from './parts/pager.tsx';
import { Figure } from './parts/picture.tsx';
import { SectionHeading } from './parts/section-heading.tsx';
import { ZoneFacts } from './parts/zone-facts.tsx';

export default definePage('zone', (page, shell) => (
  <Layout page={page} shell={shell} name="zone-page">
    <ListHead title={page.name} description={page.profile ? page.summary : undefined} />
    {page.profile && (page.html || page.cover || page.facts.length > 0) && (
      <div class="profile">
        {page.facts.length > 0 && <ZoneFacts facts={page.facts} />}
        <div class="profile-text">
          {page.cover && <Figure picture={page.cover} lead />}
          {page.html && <Html html={page.html} />}
        </div>
      </div>
    )}
    <section class="list-body">
      <SectionHeading title="本区新闻" />
      {page.count !== undefined && (
        <p class="list-count">
          共{page.count}篇
          {page.feed && (
            <a href={page.feed} type="application/atom+xml">
              订阅本区新闻
            </a>
          )}
        </p>
      )}
      {page.items.length > 0 ? <ItemList items={page.items} /> : <p class="nothing">本区还没有稿件。</p>}
      <Pager paging={page.paging} />
    </section>
  </Layout>
));
