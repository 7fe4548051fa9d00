import type { Turner } from '../../src/pages/link-pages.ts';

/** The way through a directory, which has a first page and no newest one. Nothing where there is one page. */
export const PageTurner = ({ turner }: { turner: Turner | undefined }) =>
  turner ? (
    <nav class="pager" aria-label="分页">
      {turner.before ? (
        <a class="pager-step" rel="prev" href={turner.before}>
          <span aria-hidden="true">‹ </span>上一页
        </a>
      ) : (
        <span class="pager-step">已是第一页</span>
      )}
      <ol>
        {turner.pages.map(({ href, number }) => (
          <li key={number}>
            <a
              href={href}
              aria-label={`第${number}页`}
              aria-current={number === turner.number ? 'page' : undefined}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {turner.after ? (
        <a class="pager-step" rel="next" href={turner.after}>
          下一页<span aria-hidden="true"> ›</span>
        </a>
      ) : (
        <span class="pager-step">已是最后一页</span>
      )}
    </nav>
  ) : null;
