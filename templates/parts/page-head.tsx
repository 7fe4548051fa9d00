import type { Head } from '../../src/pages/head.ts';
import type { Shell } from '../../src/pages/shell.ts';
import { JsonLd } from './json-ld.tsx';

/**
 * Everything in `<head>`. The script stands before the style sheet: it sets the text size before
 * anything is painted and need not wait for the styles.
 */
export const PageHead = ({
  head,
  shell,
  style,
}: {
  head: Head;
  shell: Shell;
  style?: string | undefined;
}) => (
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content={shell.policy} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{head.title}</title>
    <meta name="description" content={head.description} />
    {head.noindex && <meta name="robots" content="noindex" />}
    <meta name="theme-color" content="#174a70" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#10293c" media="(prefers-color-scheme: dark)" />
    <meta name="format-detection" content="telephone=no" />
    {head.canonical && <link rel="canonical" href={head.canonical} />}
    <script src={shell.script} />
    <link rel="stylesheet" href={shell.style} />
    {style && <link rel="stylesheet" href={style} />}
    <link rel="icon" type="image/svg+xml" href={shell.icon} />
    <link rel="apple-touch-icon" href={`${shell.home}apple-touch-icon.png`} />
    {head.feeds.map((feed) => (
      <link key={feed.href} rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
    ))}
    {head.meta.map(({ name, content }) => (
      <meta key={name} name={name} content={content} />
    ))}
    {head.openGraph.map(({ property, content }) => (
      <meta key={property} property={property} content={content} />
    ))}
    {head.jsonLd.map((data, place) => (
      <JsonLd key={place} data={data} />
    ))}
  </head>
);
