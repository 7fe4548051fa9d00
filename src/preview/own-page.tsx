import type { Child } from '#jsx/jsx-runtime';
import type { Problem } from '../problems/problem.ts';
import { ProblemList } from './page-note.tsx';

/** A page of the preview's own, whole; bar and styles are added where it is sent. */
export const renderOwnPage = (title: string, children: Child): string =>
  `<!doctype html>\n${
    (
      (
        <html lang="zh-CN">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <link rel="icon" href="data:," />
            <title>{`${title} - 预览`}</title>
          </head>
          <body class="preview-page">
            <main>
              <h1>{title}</h1>
              {children}
            </main>
          </body>
        </html>
      )
    )?.text ?? ''
  }`;

/** Stands at the address of a file that could not be read. */
export const renderUnreadPage = (problems: readonly Problem[]): string =>
  renderOwnPage(
    '这一页现在读不出来',
    <>
      <p>文件里有下面的问题。改好保存，这里会自己变成预览，不用刷新。</p>
      <div class="preview-mistakes" role="alert">
        <ProblemList problems={problems} />
      </div>
    </>,
  );

/** Stands at the address of an article that `--since` left out. */
export const renderUnaskedPage = (since: number): string =>
  renderOwnPage(
    '这一篇没有读',
    <p>
      {`这次预览只读 ${since} 年以来的稿件。要看更早的，按 Ctrl-C 结束，去掉 --since（或写更早的年份）再启动。`}
    </p>,
  );

/** Stands in for a page whose template failed; a text of the machine, not of an editor. */
export const renderFailure = (error: unknown): string =>
  renderOwnPage(
    '这一页没有画出来',
    <>
      <p>模板或程序有错，这不是稿件的问题。改好保存，这里会自己刷新。</p>
      <pre role="alert">{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
    </>,
  );
