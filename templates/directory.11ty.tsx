import { definePage } from './define-page.ts';
import { Layout } from './parts/layout.tsx';
import { ListHead } from './parts/list-head.tsx';
import { SearchForm } from './parts/search-form.tsx';

export default definePage('directory', (page, shell) => (
  <Layout page={page} shell={shell} name="directory">
    <ListHead title={page.title} description={page.intro}>
      {page.section === 'search' && <SearchForm shell={shell} id="search" large />}
    </ListHead>
    {page.groups.map((group) => (
      <section key={group.title} class="directory-group">
        <h2>{group.title}</h2>
        <ul>
          {group.links.map(({ href, text, note }) => (
            <li key={href}>
              <a href={href}>{text}</a>
              {note && <span class="count">{note}</span>}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Layout>
));
