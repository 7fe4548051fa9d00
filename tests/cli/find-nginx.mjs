import { findOnPath } from '../browser/find-chromium.mjs';

/** The nginx of the tests; Debian's lies in sbin, which is not on everybody's PATH. Undefined where there is none. */
export function findNginx() {
  return findOnPath('nginx', ['/usr/sbin', '/usr/local/sbin']);
}
