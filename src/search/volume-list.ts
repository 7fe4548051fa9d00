import { hash } from 'node:crypto';
import type { IndexLedger } from './index-ledger.ts';
import type { VolumeEntry, VolumeList, WordMapEntry } from './search-files.ts';
import { buildWordMap } from './word-map.ts';

/** A volume that is made. */
export interface ListedVolume {
  readonly entry: VolumeEntry;
  /** Changes when anything does that its index holds. */
  readonly key: string;
  /** What `hashWords` made of its words. */
  readonly words: Uint32Array;
}

/** With so few volumes a reader's question may as well open them all. */
const mostWithoutMap = 4;

/**
 * Writes what readers ask for first: the list of volumes and, where they are many, the word map.
 * @param volumes newest first
 */
export function writeVolumeList(
  ledger: IndexLedger,
  volumes: readonly ListedVolume[],
  { wasm, suggestions }: Pick<VolumeList, 'wasm' | 'suggestions'>,
): void {
  const list: VolumeList = {
    format: 1,
    volumes: volumes.map(({ entry }) => entry),
    wasm,
    suggestions,
    words: volumes.length > mostWithoutMap ? writeWordMap(ledger, volumes.toReversed()) : undefined,
  };
  ledger.write('volumes.json', 'volumes', `${JSON.stringify(list)}\n`);
}

/** @param volumes oldest first: a new one then leaves the numbers of the others as they are */
function writeWordMap(ledger: IndexLedger, volumes: readonly ListedVolume[]): WordMapEntry {
  const version = hash('sha256', volumes.map(({ key }) => key).join(), 'hex').slice(0, 32);
  const kept = ledger.keep(`words ${version}`);
  if (kept.length > 0) return { bits: Math.log2(kept.length), version: version.slice(0, 8) };
  const { bits, files } = buildWordMap(volumes.map(({ words }) => words));
  for (const [name, bytes] of files) ledger.write(`words/${name}`, `words ${version}`, bytes);
  return { bits, version: version.slice(0, 8) };
}
