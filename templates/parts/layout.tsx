import type { PageBase } from '../../src/pages/page.ts';
import type { Shell } from '../../src/pages/shell.ts';
import type { Child } from '../jsx/jsx-runtime.ts';
import { Banner } from './banner.tsx';
import { Crumbs } from './crumbs.tsx';
import { Navigation } from './navigation.tsx';
import { PageFooter } from './page-footer.tsx';
import { PageHead } from './page-head.tsx';
import { renderedOnce } from './rendered-once.ts';

interface LayoutProps {
  readonly page: PageBase;
  readonly shell: Shell;
  /** Class of `main`, by which the style sheets know the kind of page. */
  readonly name: string;
  /** A style sheet of this page alone. */
  readonly style?: string | undefined;
  /** Stands in the place of the breadcrumb, on the home page. */
  readonly place?: Child;
  readonly children: Child;
}

/** The frame of every page. The script puts text size and print buttons into `[data-aids]`. */
export const Layout = ({ page, shell, name, style, place, children }: LayoutProps) => (
  <html lang={shell.language}>
    <PageHead head={page.head} shell={shell} style={style} />
    <body>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <header>
        {renderedOnce(shell, `top ${page.section}`, () => (
          <>
            <Banner shell={shell} searchable={page.section !== 'search'} />
            <Navigation shell={shell} section={page.section} />
          </>
        ))}
        <div class="wide place">
          {page.crumbs.length > 0 ? <Crumbs crumbs={page.crumbs} canonical={page.head.canonical} /> : place}
          <div class="aids" data-aids />
        </div>
      </header>
      <main id="main" class={`wide ${name}`} tabIndex={-1}>
        {children}
      </main>
      {renderedOnce(shell, 'bottom', () => (
        <PageFooter shell={shell} />
      ))}
    </body>
  </html>
);
