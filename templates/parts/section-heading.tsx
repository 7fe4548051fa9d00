/** Heading of a part of a page; with `href` it leads to all of it, and the style sheet adds 更多 at its end. */
export const SectionHeading = ({ title, href }: { title: string; href?: string | undefined }) => (
  <h2 class="section-heading">{href ? <a href={href}>{title}</a> : title}</h2>
);
