import type { Shell } from '../../src/pages/shell.ts';

/** The search field. `id` is unique on the page: the banner has one, the search page a second, large one. */
export const SearchForm = ({ shell, id, large = false }: { shell: Shell; id: string; large?: boolean }) => (
  // biome-ignore lint/a11y/useSemanticElements: the contract names form[role=search], and old browsers lack <search>
  <form
    role="search"
    class={large ? 'search search-large' : 'search'}
    action={shell.search}
    data-suggest={shell.searchable ? '' : undefined}
  >
    <label class="unseen" for={id}>
      搜索标题和正文
    </label>
    <input
      type="search"
      id={id}
      name="q"
      placeholder={large ? '标题或正文里的词' : '搜索新闻'}
      autocomplete="off"
    />
    <button type="submit">搜索</button>
  </form>
);
