import type { VolumeEntry, VolumeList, WordMapEntry } from '../../search/search-files.ts';
import { bucketOf, volumesOf } from '../../search/word-map-format.ts';
import { isRecord } from './fragments.ts';
import { IndexFiles, type LoadFile } from './index-files.ts';
import { PagefindWasm } from './pagefind-wasm.ts';
import { Volume } from './volume.ts';

/** Why nothing can be searched at all. */
export class SearchClosed extends Error {
  override readonly name = 'SearchClosed';
  readonly reason: 'list' | 'wasm' | 'browser';

  constructor(reason: 'list' | 'wasm' | 'browser', cause?: unknown) {
    super(`no search: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** The index of the whole archive: its list of volumes, the program, and the volumes that are open. */
export class ArchiveIndex {
  readonly files: IndexFiles;
  #list: Promise<VolumeList> | undefined;
  #wasm: Promise<PagefindWasm> | undefined;
  readonly #volumes = new Map<string, Promise<Volume>>();

  /** @param root address of `/pagefind/` */
  constructor(root: string, load?: LoadFile) {
    this.files = new IndexFiles(root, load);
  }

  /** @throws {SearchClosed} */
  list(): Promise<VolumeList> {
    this.#list ??= readVolumeList(this.files);
    this.#list.catch(() => {
      this.#list = undefined;
    });
    return this.#list;
  }

  /** @throws {SearchClosed, IndexFault} */
  async open(entry: VolumeEntry): Promise<Volume> {
    const wasm = await this.#start();
    const known = this.#volumes.get(entry.name);
    if (known) return known;
    const opening = Volume.open(entry, this.files, wasm);
    this.#volumes.set(entry.name, opening);
    opening.catch(() => this.#volumes.delete(entry.name));
    return opening;
  }

  /**
   * The volumes that can hold all the words, by their places counted from the oldest; undefined where the map
   * cannot tell. It only spares requests: a map that does not come is no fault of the search.
   */
  async holders(
    words: readonly string[],
    map: WordMapEntry,
    volumes: number,
  ): Promise<ReadonlySet<number> | undefined> {
    const lists = await Promise.all(
      words.map(async (word) => {
        try {
          const bucket = await this.files.read(`words/${bucketOf(word, map.bits)}.bin?${map.version}`);
          return volumesOf(bucket, word, volumes);
        } catch {
          return 'anywhere';
        }
      }),
    );
    let holders: Set<number> | undefined;
    for (const list of lists) {
      if (list === 'anywhere') continue;
      holders = new Set(list.filter((place) => holders?.has(place) ?? true));
    }
    return holders;
  }

  /** A program that broke would fail every later question: it is started anew. */
  restart(): void {
    this.#wasm = undefined;
    this.#volumes.clear();
  }

  #start(): Promise<PagefindWasm> {
    this.#wasm ??= this.#load();
    this.#wasm.catch(() => {
      this.#wasm = undefined;
    });
    return this.#wasm;
  }

  async #load(): Promise<PagefindWasm> {
    if (typeof WebAssembly !== 'object') throw new SearchClosed('browser');
    const { wasm } = await this.list();
    try {
      return await PagefindWasm.start(new Uint8Array(await this.files.readPacked(wasm)));
    } catch (cause) {
      throw new SearchClosed('wasm', cause);
    }
  }
}

/**
 * The list that all else begins with.
 * @throws {SearchClosed}
 */
export async function readVolumeList(files: IndexFiles): Promise<VolumeList> {
  let list: unknown;
  try {
    list = await files.readJson('volumes.json');
  } catch (cause) {
    throw new SearchClosed('list', cause);
  }
  if (!isVolumeList(list)) {
    files.forget('volumes.json');
    throw new SearchClosed('list');
  }
  return list;
}

const isVolumeList = (value: unknown): value is VolumeList =>
  isRecord(value) && value.format === 1 && Array.isArray(value.volumes) && typeof value.wasm === 'string';
