import { trusted } from '../jsx/jsx-runtime.ts';

/** One JSON-LD block. `<` is written as `\u003c`, so that no text can close the element. */
export const JsonLd = ({ data }: { data: object }) => (
  <script type="application/ld+json">{trusted(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
);
