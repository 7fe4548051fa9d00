import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';

export default definePage('years', (page, shell) => (
  <Layout page={page} shell={shell} name="years">
    <ListHead title="历年新闻" />
    {page.years.length === 0 && <p class="nothing">还没有稿件。</p>}
    {page.years.map(({ link, count, months }) => (
      <section key={link.href} class="year-row">
        <h2>
          <a href={link.href}>{link.text}</a>
          <span class="count">{count}篇</span>
        </h2>
        <ol class="months">
          {months.map((month) => (
            <li key={month.name}>
              {month.href ? (
                <a href={month.href}>
                  {month.name}
                  <span class="count">{month.count}篇</span>
                </a>
              ) : (
                <span class="month-empty">{month.name}</span>
              )}
            </li>
          ))}
        </ol>
      </section>
    ))}
  </Layout>
));
