import { hash } from 'node:crypto';
import { stylesOfPreview } from './preview-style.ts';

/** Addresses of what the preview adds to the site. */
export const eventsAddress = '/__preview/events';
export const deskAddress = '/__preview/desk';
const clientFile = '/__preview/client.js';
const styleFile = '/__preview/preview.css';

/**
 * Tells the server which page stands here, in which state, for as long as it is seen; the server answers when it
 * is no longer that. Pages in the background hold no connection: browsers allow six to a host.
 */
const client = `const { at, version } = document.currentScript.dataset;
let stream;
const close = () => {
  stream?.close();
  stream = undefined;
};
const open = () => {
  if (document.hidden) return close();
  if (stream) return;
  stream = new EventSource('${eventsAddress}?' + new URLSearchParams({ at, version }));
  stream.onmessage = () => {
    close();
    location.reload();
  };
};
document.addEventListener('visibilitychange', open);
addEventListener('pagehide', close);
addEventListener('pageshow', open);
open();
`;

/** Files that pages of the preview load, by address. */
export const previewFiles: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  [clientFile]: { type: '.js', text: client },
  [styleFile]: { type: '.css', text: stylesOfPreview },
};

/** As pages load them: other addresses when they are other files, so that browsers may keep them. */
const versioned = (file: string, text: string): string => `${file}?${hash('sha1', text, 'hex').slice(0, 8)}`;
export const clientAddress = versioned(clientFile, client);
export const styleAddress = versioned(styleFile, stylesOfPreview);
