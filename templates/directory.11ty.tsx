import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { LinkGroups } from './parts/link-groups.tsx';
import { ListHead } from './parts/list-head.tsx';
import { PageTurner } from './parts/page-turner.tsx';

export default definePage('directory', (page, shell) => (
  <Layout page={page} shell={shell} name="directory">
    <ListHead title={page.title} description={page.intro} />
    <LinkGroups groups={page.groups} />
    <PageTurner turner={page.turner} />
  </Layout>
));
