import type { Shell } from '../../src/pages/shell.ts';
import { SearchForm } from './search-form.tsx';

/** The masthead: notice, mark and name, tagline, search. */
export const Banner = ({ shell, searchable }: { shell: Shell; searchable: boolean }) => (
  <div class="banner">
    {shell.notice && <p class="notice">{shell.notice}</p>}
    <div class="wide banner-row">
      <a class="wordmark" href={shell.home}>
        <img src={shell.icon} alt="" width="48" height="48" />
        <span class="wordmark-name">{shell.siteName}</span>
        {shell.englishName && (
          <span class="wordmark-english" lang="en">
            {shell.englishName}
          </span>
        )}
      </a>
      {shell.tagline && <p class="tagline">{shell.tagline}</p>}
      {searchable && <SearchForm shell={shell} id="search" />}
    </div>
  </div>
);
