import type { Child } from '../jsx/jsx-runtime.ts';

interface ListHeadProps {
  readonly title: string;
  readonly count?: number | undefined;
  /** n of an older part of the list. */
  readonly part?: number | undefined;
  readonly unit?: string;
  readonly description?: string | undefined;
  readonly feed?: string | undefined;
  readonly children?: Child;
}

/** Title of a list with its number, what it holds, and its feed. */
export const ListHead = ({ title, count, part, unit = '篇', description, feed, children }: ListHeadProps) => (
  <header class="list-head">
    <h1>{title}</h1>
    {count !== undefined && (
      <p class="list-count">
        共{count}
        {unit}
        {feed && (
          <a href={feed} type="application/atom+xml">
            订阅本列表
          </a>
        )}
      </p>
    )}
    {part !== undefined && <p class="list-count">第{part}页</p>}
    {description && <p class="list-description">{description}</p>}
    {children}
  </header>
);
