import { definePage } from './define-page.ts';
import { ArticleNotes } from './parts/article-notes.tsx';
import { Byline } from './parts/byline.tsx';
import { Html } from './parts/html.tsx';
import { Headlines } from './parts/item-list.tsx';
import { Layout } from './parts/layout.tsx';
import { Neighbours } from './parts/neighbours.tsx';
import { Figure } from './parts/picture.tsx';
import { SectionHeading } from './parts/section-heading.tsx';
import { Video } from './parts/video.tsx';
import { ZoneCard } from './parts/zone-card.tsx';

export default definePage('article', (page, shell) => (
  <Layout page={page} shell={shell} name="article">
    <article>
      <header class="article-head">
        <h1>{page.title}</h1>
        {page.subtitle && <p class="subtitle">{page.subtitle}</p>}
        <Byline article={page} />
      </header>
      {page.summary && <p class="lede">{page.summary}</p>}
      {page.video && <Video video={page.video} />}
      {page.cover && <Figure picture={page.cover} lead />}
      <Html html={page.html} body />
      <ArticleNotes article={page} />
      {page.head.canonical && <p class="paper-only">本文网址：{page.head.canonical}</p>}
      <Neighbours prev={page.prev} next={page.next} />
    </article>
    {(page.zoneCard || page.more) && (
      <aside class="beside" aria-label="相关内容">
        {page.zoneCard && (
          <section>
            <SectionHeading title="发布开发区" />
            <ZoneCard card={page.zoneCard} />
          </section>
        )}
        {page.more && page.more.items.length > 0 && (
          <section>
            <SectionHeading title={page.more.title} href={page.more.all.href} />
            <Headlines items={page.more.items} />
          </section>
        )}
      </aside>
    )}
  </Layout>
));
