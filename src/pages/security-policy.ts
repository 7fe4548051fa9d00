/**
 * What a page may load and do: only what comes from the site itself. Nothing is inline, so no nonces are needed.
 * A video may stand elsewhere (https), as an article's `video.src` may.
 */
const directives: readonly (readonly [string, string])[] = [
  ['default-src', "'none'"],
  // The search program is WebAssembly.
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data:"],
  ['media-src', "'self' https:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['manifest-src', "'self'"],
  ['form-action', "'self'"],
  ['base-uri', "'none'"],
];

/** For `<meta>`, where hosts send no headers. */
export const pagePolicy = directives.map(([name, value]) => `${name} ${value}`).join('; ');

export type Headers = readonly (readonly [name: string, value: string])[];

/**
 * The headers of every answer. `frame-ancestors` counts in a header only (CSP 3, 3.3).
 * @param hasAdmin whether the site has /admin/, which has a policy of its own: two policies would both hold, and hosts
 *   cannot all take one back for a folder, so each page's own `<meta>` has to do
 */
export const securityHeaders = (hasAdmin: boolean): Headers => [
  ['Content-Security-Policy', `${hasAdmin ? '' : `${pagePolicy}; `}frame-ancestors 'none'`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
];
