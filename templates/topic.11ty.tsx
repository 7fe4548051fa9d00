import { definePage } from './define-page.ts';
import { Html } from './parts/html.tsx';
import { ItemList } from './parts/item-list.tsx';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';
import { Pager } from './parts/pager.tsx';
import { Figure } from './parts/picture.tsx';

export default definePage('topic', (page, shell) => (
  <Layout page={page} shell={shell} name="topic">
    <ListHead
      title={page.title}
      count={page.count}
      part={page.paging.number}
      description={page.profile ? page.summary : undefined}
      feed={page.feed}
    />
    {page.profile && (page.cover || page.html) && (
      <div class={page.cover ? 'introduction introduction-pictured' : 'introduction'}>
        {page.cover && <Figure picture={page.cover} lead />}
        {page.html && <Html html={page.html} />}
      </div>
    )}
    <div class="list-body">
      {page.items.length > 0 ? <ItemList items={page.items} /> : <p class="nothing">本专题还没有稿件。</p>}
      <Pager paging={page.paging} />
    </div>
  </Layout>
));
