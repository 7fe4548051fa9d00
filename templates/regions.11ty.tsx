import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';

export default definePage('regions', (page, shell) => (
  <Layout page={page} shell={shell} name="regions">
    <ListHead title="地区" />
    {page.regions.length === 0 && <p class="nothing">还没有地区。</p>}
    {page.regions.map((region) => (
      <section key={region.href} class="directory-group">
        <h2>
          <a href={region.href}>{region.text}</a>
          <span class="count">{region.count}篇</span>
        </h2>
        {region.children.length > 0 && (
          <ul>
            {region.children.map((child) => (
              <li key={child.href}>
                <a href={child.href}>{child.text}</a>
                <span class="count">{child.count}篇</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </Layout>
));
