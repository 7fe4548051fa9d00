import { gunzipSync } from 'fflate';

/** A file of the index that did not come, or came broken. */
export class IndexFault extends Error {
  override readonly name = 'IndexFault';
}

/** Stands before the content of every file that Pagefind packs. */
const packMark = 'pagefind_dcd';

/**
 * Brings a file's bytes by its address.
 * @throws where it does not come
 */
export type LoadFile = (address: string) => Promise<Uint8Array>;

/** The files below `/pagefind/`. What has come is asked for once; what has not may be asked for again. */
export class IndexFiles {
  readonly #root: string;
  readonly #load: LoadFile;
  readonly #known = new Map<string, Promise<Uint8Array>>();

  /** @param root address of the folder, with its last slash */
  constructor(root: string, load: LoadFile = fetchFile) {
    this.#root = root;
    this.#load = load;
  }

  /** @throws {IndexFault} */
  read(name: string): Promise<Uint8Array> {
    const known = this.#known.get(name);
    if (known) return known;
    const coming = this.#bring(name);
    this.#known.set(name, coming);
    coming.catch(() => this.#known.delete(name));
    return coming;
  }

  /** @throws {IndexFault} also where the text is no JSON: some hosts answer a missing file with a page */
  async readJson(name: string): Promise<unknown> {
    const text = new TextDecoder().decode(await this.read(name));
    try {
      return JSON.parse(text);
    } catch (cause) {
      this.forget(name);
      throw new IndexFault(`${name} is no JSON`, { cause });
    }
  }

  /** A file as Pagefind packs it. @throws {IndexFault} */
  async readPacked(name: string): Promise<Uint8Array> {
    const packed = await this.read(name);
    try {
      return unpack(packed);
    } catch (cause) {
      this.forget(name);
      throw new IndexFault(`${name} is broken`, { cause });
    }
  }

  /** What came is of no use: the next reader asks again. */
  forget(name: string): void {
    this.#known.delete(name);
  }

  async #bring(name: string): Promise<Uint8Array> {
    try {
      return await this.#load(this.#root + name);
    } catch (cause) {
      throw new IndexFault(`${name} did not come`, { cause });
    }
  }
}

async function fetchFile(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return bytes;
}

/** Some hosts unpack `gzip` files on their way: then only the mark is left to take off. */
function unpack(packed: Uint8Array): Uint8Array {
  const bytes = packed[0] === 0x1f && packed[1] === 0x8b ? checkedGunzip(packed) : packed;
  const mark = String.fromCharCode(...bytes.subarray(0, packMark.length));
  if (mark !== packMark) throw new Error('not packed by Pagefind');
  return bytes.subarray(packMark.length);
}

/** fflate does not compare the checksum, and Pagefind takes broken chunks for empty ones. */
function checkedGunzip(packed: Uint8Array): Uint8Array {
  const bytes = gunzipSync(packed);
  const sum = new DataView(packed.buffer, packed.byteOffset + packed.byteLength - 8).getUint32(0, true);
  if (checksum(bytes) !== sum) throw new Error('wrong checksum');
  return bytes;
}

const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** CRC-32. */
function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ (sums[(sum ^ byte) & 255] ?? 0);
  return ~sum >>> 0;
}
