import { definePage } from './define-page.ts';
import { ChannelDigest } from './parts/channel-digest.tsx';
import { Headlines } from './parts/item-list.tsx';
import { Layout } from './parts/layout.tsx';
import { LeadStory } from './parts/lead-story.tsx';
import { PictureNews } from './parts/picture-news.tsx';
import { SectionHeading } from './parts/section-heading.tsx';
import { TopicCards } from './parts/topic-card.tsx';
import { YearStrip } from './parts/year-strip.tsx';
import { ZonesByRegion } from './parts/zones-by-region.tsx';

export default definePage('home', (page, shell) => {
  const service = (section: string) => shell.services.find((entry) => entry.section === section)?.href;
  return (
    <Layout
      page={page}
      shell={shell}
      name="home"
      place={
        <p class="tally">
          收录{page.zoneCount}家开发区的{page.count}篇稿件
        </p>
      }
    >
      <h1 class="unseen">{shell.siteName}</h1>
      <div class={page.lead?.picture ? 'front' : 'front front-plain'}>
        {page.lead && <LeadStory item={page.lead} />}
        <section class="latest">
          <SectionHeading title="最新消息" />
          {page.latest.length > 0 ? <Headlines items={page.latest} /> : <p class="nothing">还没有稿件。</p>}
        </section>
      </div>
      {page.pictures.length > 0 && (
        <section>
          <SectionHeading title="图片新闻" />
          <PictureNews items={page.pictures} />
        </section>
      )}
      {page.channels.length > 0 && (
        <div class="digests">
          {page.channels.map((channel) => (
            <ChannelDigest key={channel.link.href} channel={channel} />
          ))}
        </div>
      )}
      {page.topics.length > 0 && (
        <section>
          <SectionHeading title="专题" href={service('topics')} />
          <TopicCards topics={page.topics} />
        </section>
      )}
      {page.zonesByRegion.length > 0 && (
        <section>
          <SectionHeading title="各地开发区" href={service('zones')} />
          <ZonesByRegion regions={page.zonesByRegion} />
        </section>
      )}
      {page.years.length > 0 && (
        <section>
          <SectionHeading title="历年新闻" href={service('years')} />
          <YearStrip years={page.years} />
        </section>
      )}
    </Layout>
  );
});
