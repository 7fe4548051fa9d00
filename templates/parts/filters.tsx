import type { ListPage } from '../../src/pages/page.ts';

/** Rows of links that narrow a list: 地区, 类型. */
export const Filters = ({ filters }: { filters: ListPage['filters'] }) =>
  filters.length > 0 ? (
    <nav class="filters" aria-label="缩小范围">
      <dl>
        {filters.map(({ name, links }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <ul>
                {links.map(({ href, text, current }) => (
                  <li key={href}>
                    <a href={href} aria-current={current ? 'true' : undefined}>
                      {text}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  ) : null;
