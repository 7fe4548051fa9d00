/** Reads a stream of bytes by lines and lengths, holding no more of it than was asked for. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** A line without its end; a longer one than `most` bytes is given cut. Undefined at the end. */
  async line(most: number): Promise<string | undefined> {
    let end = this.#held.indexOf(10);
    while (end === -1 && this.#held.length <= most && (await this.#more())) end = this.#held.indexOf(10);
    if (this.#held.length === 0) return undefined;
    const length = end === -1 ? Math.min(this.#held.length, most) : end + 1;
    return this.#take(length)
      .toString('latin1')
      .replace(/\r?\n$/, '');
  }

  /** So many bytes, fewer only where the stream ends before. */
  async bytes(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let lacking = length;
    while (lacking > 0 && (this.#held.length > 0 || (await this.#more()))) {
      const part = this.#take(Math.min(lacking, this.#held.length));
      parts.push(part);
      lacking -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Leaves bytes out; false where the stream ends before. */
  async skip(length: number): Promise<boolean> {
    let lacking = length;
    while (lacking > 0 && (this.#held.length > 0 || (await this.#more())))
      lacking -= this.#take(Math.min(lacking, this.#held.length)).length;
    return lacking === 0;
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { done, value } = await this.#chunks.next();
    if (done) this.#ended = true;
    else this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return !this.#ended;
  }
}
