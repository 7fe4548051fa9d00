import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { ShownTime } from './parts/shown-time.tsx';

export default definePage('gone', (page, shell) => (
  <Layout page={page} shell={shell} name="gone">
    <h1>{page.title}</h1>
    {page.date && (
      <p class="byline">
        <span>
          发布时间：
          <ShownTime date={page.date} />
        </span>
      </p>
    )}
    <div class="state">
      <p class="state-name">{page.state}</p>
      {page.reason && <p>{page.reason}</p>}
    </div>
    {page.ways.length > 0 && (
      <section class="ways">
        <h2>您可以继续浏览</h2>
        <ul>
          {page.ways.map((way) => (
            <li key={way.href}>
              <a href={way.href}>{way.text}</a>
            </li>
          ))}
        </ul>
      </section>
    )}
  </Layout>
));
