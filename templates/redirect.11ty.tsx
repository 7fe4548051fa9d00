import { definePage } from './define-page.ts';

export default definePage('redirect', (page, shell) => (
  <html lang={shell.language}>
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={shell.policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{page.title}</title>
      <meta http-equiv="refresh" content={`0; url=${page.to}`} />
      <meta name="robots" content="noindex" />
      <link rel="canonical" href={page.canonical} />
      <link rel="stylesheet" href={shell.style} />
    </head>
    <body>
      <main class="wide moved">
        <h1>{page.title}</h1>
        <p>
          本页已移到新地址：<a href={page.to}>{page.canonical}</a>
        </p>
      </main>
    </body>
  </html>
));
