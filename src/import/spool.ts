import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where something lies in the spool. */
export interface Spooled {
  readonly at: number;
  readonly length: number;
}

/** A temporary file for what is too much for memory: written once, read by place, gone when closed. */
export class Spool {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'news-import-'));
  readonly #descriptor = fs.openSync(path.join(this.folder, 'spool'), 'wx+');
  #end = 0;

  add(bytes: Buffer): Spooled {
    const at = this.#end;
    for (let written = 0; written < bytes.length; )
      written += fs.writeSync(this.#descriptor, bytes, written, bytes.length - written, at + written);
    this.#end += bytes.length;
    return { at, length: bytes.length };
  }

  read({ at, length }: Spooled): Buffer {
    const bytes = Buffer.alloc(length);
    for (let read = 0; read < length; ) {
      const more = fs.readSync(this.#descriptor, bytes, read, length - read, at + read);
      if (more === 0) throw new Error(`spool ends at ${at + read}`);
      read += more;
    }
    return bytes;
  }

  close(): void {
    fs.closeSync(this.#descriptor);
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
