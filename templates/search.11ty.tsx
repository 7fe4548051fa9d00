import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { LinkGroups } from './parts/link-groups.tsx';
import { ListHead } from './parts/list-head.tsx';
import { SearchAnswer } from './parts/search-answer.tsx';
import { SearchForm } from './parts/search-form.tsx';

export default definePage('search', (page, shell) => (
  <Layout page={page} shell={shell} name="search-page" style={shell.searchStyle}>
    <ListHead title={page.title}>
      <SearchForm shell={shell} id="search" large />
    </ListHead>
    {shell.searchable ? (
      <SearchAnswer names={page.names} script={shell.searchScript} />
    ) : (
      <p class="search-closed">这一版网站没有检索索引，请按下面的列表查阅。</p>
    )}
    <div class="search-browse" data-search-browse>
      {shell.searchable && (
        <p class="search-hint">
          几个词用空格分开，都要出现；引号里的一句话连在一起找；词前加减号，就不要含这个词的。
        </p>
      )}
      <LinkGroups groups={page.browse} />
    </div>
  </Layout>
));
