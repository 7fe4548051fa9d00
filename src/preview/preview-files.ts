import { stylesOfPreview } from './preview-style.ts';

/** Addresses of what the preview adds to the site. */
export const eventsAddress = '/__preview/events';
export const clientAddress = '/__preview/client.js';
export const styleAddress = '/__preview/preview.css';
export const deskAddress = '/__preview/desk';

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
  [clientAddress]: { type: '.js', text: client },
  [styleAddress]: { type: '.css', text: stylesOfPreview },
};
