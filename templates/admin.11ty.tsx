import { definePage } from './define-page.ts';

export default definePage('admin', (page, shell) => (
  <html lang={shell.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={page.policy} />
      <meta name="referrer" content="same-origin" />
      <meta name="robots" content="noindex" />
      <title>{page.title}</title>
      <link rel="icon" href="../favicon.svg" />
      <script type="module" src="admin.js"></script>
    </head>
    <body>
      <noscript>
        <h1>{page.title}</h1>
        <p>投稿页面要用 JavaScript。</p>
      </noscript>
    </body>
  </html>
));
