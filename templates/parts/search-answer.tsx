import type { SearchPage } from '../../src/pages/link-pages.ts';

/**
 * The places that the script of the search page fills: status, results, filters; and the names of the ids that it
 * finds in the index. The list is busy until the script says otherwise.
 */
export const SearchAnswer = ({ names, script }: { names: SearchPage['names']; script: string }) => (
  <>
    <script type="module" src={script} />
    <p class="search-closed search-unscripted">检索要用到浏览器脚本；没有脚本时，请按下面的列表查阅。</p>
    <div class="search-tools">
      <p role="status" class="search-status" tabIndex={-1} />
    </div>
    <div class="search-notes" data-search-notes />
    <div class="search-answer" data-search-answer hidden>
      <details class="search-filters" data-search-filters>
        <summary>筛选</summary>
      </details>
      <section class="search-results" aria-label="检索结果">
        <ol class="items" data-search-results aria-busy="true" />
      </section>
    </div>
    {Object.entries(names).map(([filter, values]) => (
      <datalist key={filter} data-names={filter}>
        {values.map(({ id, name, parent }) => (
          <option key={id} value={id} label={name} data-parent={parent} />
        ))}
      </datalist>
    ))}
  </>
);
