import type { Link } from '../../src/pages/page.ts';
import type { Shell } from '../../src/pages/shell.ts';

const Links = ({ title, links, name }: { title: string; links: readonly Link[]; name?: string }) =>
  links.length > 0 ? (
    <section class={name}>
      <h2>{title}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
      </ul>
    </section>
  ) : null;

/** 与我们联系, the site's own pages, links to others, feeds; below them copyright and filings. */
export const PageFooter = ({ shell }: { shell: Shell }) => {
  const { contact, about, links, feeds, copyright, holder, icp, police, siteIdCode } = shell.footer;
  return (
    <footer class="footer">
      <div class="wide footer-columns">
        {contact.length > 0 && (
          <section class="contact">
            <h2>与我们联系</h2>
            <dl>
              {contact.map(({ name, value, href }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{href ? <a href={href}>{value}</a> : value}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <Links title="本站服务" links={[...shell.services, ...about]} name="own-pages" />
        <Links title="友情链接" links={links} />
        <Links title="订阅" links={feeds} />
      </div>
      <div class="wide imprint">
        <p>
          <span>{copyright}</span>
          {holder && <span>{holder}</span>}
        </p>
        {(icp || police || siteIdCode) && (
          <p>
            {icp && <a href={icp.href}>{icp.text}</a>}
            {police && <a href={police.href}>{police.text}</a>}
            {siteIdCode && <span>网站标识码：{siteIdCode}</span>}
          </p>
        )}
      </div>
    </footer>
  );
};
