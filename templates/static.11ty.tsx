import { definePage } from './define-page.ts';
import { Html } from './parts/html.tsx';
import { Layout } from './parts/layout.tsx';

export default definePage('static', (page, shell) => (
  <Layout page={page} shell={shell} name="static">
    <h1>{page.title}</h1>
    <Html html={page.html} />
  </Layout>
));
