import { buildAdminConfig } from '../editors/cms-config.ts';
import { listNames } from '../editors/registry-names.ts';
import type { Cms } from '../site/site.ts';
import { pageOf } from './key.ts';
import type { Page } from './page.ts';
import type { Views } from './views.ts';

/** The page for filing articles without Git; none unless site.yaml asks for it. Its script is a copy. */
export function* buildAdminPages({ archive, site }: Views): Generator<Page> {
  const { cms } = site;
  if (!cms) return;
  const config = buildAdminConfig(site, cms, listNames(archive));
  yield pageOf('admin', '/admin/', { title: `${site.name} 投稿`, policy: policyOf(cms) });
  yield pageOf('text', '/admin/config.json', { text: `${JSON.stringify(config)}\n` });
}

/**
 * What Sveltia needs and no more: its own files, styles that it writes into the page, pictures that are still in
 * the browser, its preview in a frame, and the Git server.
 */
function policyOf({ backend, server }: Cms): string {
  const hosts = {
    github: 'https://api.github.com',
    gitlab: 'https://gitlab.com',
    gitea: 'https://gitea.com',
  };
  const pictures = backend === 'github' ? ' https://avatars.githubusercontent.com' : '';
  const git = backend === 'test' ? '' : ` ${server === undefined ? hosts[backend] : new URL(server).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${pictures}`,
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' blob: data:${git}`,
    "frame-src 'self' blob:",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
