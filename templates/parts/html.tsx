import { trusted } from '../jsx/jsx-runtime.ts';

/** Finished HTML from src/markdown, which lets no raw HTML through. Only here and in JSON-LD does a page take text unescaped. */
export const Html = ({ html, body = false }: { html: string; body?: boolean }) => (
  <div class="prose" data-pagefind-body={body ? '' : undefined}>
    {trusted(html)}
  </div>
);
