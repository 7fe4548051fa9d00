import type { Link } from '../../src/pages/page.ts';

/** 上一条 and 下一条. The links hold the titles alone, their labels stand beside them. */
export const Neighbours = ({ prev, next }: { prev: Link | undefined; next: Link | undefined }) => (
  <nav class="neighbours" aria-label="上一条和下一条">
    <p>
      <span class="label">上一条：</span>
      {prev ? (
        <a rel="prev" href={prev.href}>
          {prev.text}
        </a>
      ) : (
        '没有了'
      )}
    </p>
    <p>
      <span class="label">下一条：</span>
      {next ? (
        <a rel="next" href={next.href}>
          {next.text}
        </a>
      ) : (
        '没有了'
      )}
    </p>
  </nav>
);
