import type { ArticlePage } from '../../src/pages/page.ts';
import { ShownTime } from './shown-time.tsx';

/** What stands below the text: corrections, who made it, the note on AI, topics and keywords. */
export const ArticleNotes = ({ article }: { article: ArticlePage }) => {
  const { corrections, originalTitle, author, editor, aiNote, topics, keywords } = article;
  return (
    <div class="notes">
      {corrections.length > 0 && (
        <section class="corrections">
          <h2>更正</h2>
          <ul>
            {corrections.map(({ date, note }) => (
              <li key={date.iso + note}>
                <ShownTime date={date} /> {note}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(originalTitle || author || editor) && (
        <p class="makers">
          {originalTitle && <span>原标题：{originalTitle}</span>}
          {author && <span>作者：{author}</span>}
          {editor && <span>责任编辑：{editor}</span>}
        </p>
      )}
      {aiNote && <p class="ai-note">{aiNote}</p>}
      {topics.length > 0 && (
        <p class="topics">
          <span class="label">专题：</span>
          {topics.map((topic) => (
            <a key={topic.href} href={topic.href}>
              {topic.text}
            </a>
          ))}
        </p>
      )}
      {keywords.length > 0 && (
        <p class="keywords">
          <span class="label">关键词：</span>
          {keywords.map((keyword) => (
            <span key={keyword}>{keyword}</span>
          ))}
        </p>
      )}
    </div>
  );
};
