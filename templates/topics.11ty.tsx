import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';
import { PageTurner } from './parts/page-turner.tsx';
import { TopicCards } from './parts/topic-card.tsx';

export default definePage('topics', (page, shell) => (
  <Layout page={page} shell={shell} name="topics-page">
    <ListHead title="专题" count={page.count} unit="个" />
    {page.topics.length > 0 ? <TopicCards topics={page.topics} /> : <p class="nothing">还没有专题。</p>}
    <PageTurner turner={page.turner} />
  </Layout>
));
