import type { Paging } from '../../src/pages/page.ts';

/** The way through a list cut into parts: newer, 最新 and a few numbers, older. Nothing where there is one part. */
export const Pager = ({ paging }: { paging: Paging }) =>
  paging.around.length > 0 ? (
    <nav class="pager" aria-label="分页">
      {paging.newer ? (
        <a class="pager-step" rel="prev" href={paging.newer}>
          <span aria-hidden="true">‹ </span>较新
        </a>
      ) : (
        <span class="pager-step">已是最新</span>
      )}
      <ol>
        <li>
          <a href={paging.newest} aria-current={paging.number === undefined ? 'page' : undefined}>
            最新
          </a>
        </li>
        {paging.around.map((part, place) =>
          part === undefined ? (
            <li key={`gap-${place}`} class="pager-gap">
              …
            </li>
          ) : (
            <li key={part.number}>
              <a
                href={part.href}
                aria-label={`第${part.number}页`}
                aria-current={part.number === paging.number ? 'page' : undefined}
              >
                {part.number}
              </a>
            </li>
          ),
        )}
      </ol>
      {paging.older ? (
        <a class="pager-step" rel="next" href={paging.older}>
          较早<span aria-hidden="true"> ›</span>
        </a>
      ) : (
        <span class="pager-step">已是最早</span>
      )}
    </nav>
  ) : null;
