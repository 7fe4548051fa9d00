/**
 * Finished HTML from src/markdown, which lets no raw HTML through: with JSON-LD the only text that no template
 * has escaped.
 */
export const Html = ({ html, body = false }: { html: string; body?: boolean }) => (
  <div class="prose" data-pagefind-body={body ? '' : undefined} dangerouslySetInnerHTML={{ __html: html }} />
);
