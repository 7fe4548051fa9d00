import type { VolumeEntry } from '../../../src/search/search-files.ts';

/** An entry of the list of volumes. */
export const volume = (name: string, from = '2020-01-01', to = '2020-12-31'): VolumeEntry => ({
  name,
  from,
  to,
  count: 1,
  meta: 'zh_0',
});
