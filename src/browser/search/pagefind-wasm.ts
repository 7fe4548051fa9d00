/*
 * Pagefind's search program, without Pagefind's own script: that one cuts Chinese questions into single
 * characters, hides what failed to load and cannot search volume after volume.
 */

/** What Pagefind answers; only what we use. */
export interface PagefindAnswer {
  /** Of the records that pass the filters, how many have a filter's value: `{year: {2020: 3}}`. */
  readonly filtered_counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly results: readonly {
    /** Name of the fragment, and of the file that holds it with its neighbours, or ''. */
    readonly p: string;
    readonly g: string;
    /** Place in the order that was asked for, or the score. */
    readonly s: number;
  }[];
  /** Before the filters. */
  readonly unfiltered_total: number;
}

/** Filters as Pagefind takes them: `{any: […]}`, `{all: […]}`, `{none: […]}`, `{year: '2020'}`. */
export type PagefindFilter =
  | { readonly any: readonly PagefindFilter[] }
  | { readonly all: readonly PagefindFilter[] }
  | { readonly [name: string]: string };

/** One instance serves every volume: each is a place in its memory. */
export class PagefindWasm {
  readonly #exports: WebAssembly.Exports;
  readonly #memory: WebAssembly.Memory;

  private constructor(exports: WebAssembly.Exports) {
    this.#exports = exports;
    if (!(exports.memory instanceof WebAssembly.Memory)) throw new Error('the wasm has no memory');
    this.#memory = exports.memory;
  }

  /** @throws where the browser has no WebAssembly or the bytes are none */
  static async start(bytes: Uint8Array<ArrayBuffer>): Promise<PagefindWasm> {
    let table: unknown;
    const imports = {
      './pagefind_web_bg.js': {
        // Constants that the program expects at the end of its table of references.
        __wbindgen_init_externref_table(): void {
          if (!(table instanceof WebAssembly.Table)) return;
          const first = table.grow(4);
          table.set(0, undefined);
          for (const [place, value] of [undefined, null, true, false].entries())
            table.set(first + place, value);
        },
      },
    };
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    table = instance.exports.__wbindgen_externrefs;
    const wasm = new PagefindWasm(instance.exports);
    wasm.#call('__wbindgen_start');
    return wasm;
  }

  /** @param meta the unpacked `pf_meta` */
  openIndex(meta: Uint8Array): number {
    return this.#pointer('init_pagefind', ...this.#bytes(meta));
  }

  /** Names of the chunks that hold the words. */
  chunksFor(index: number, words: string): string[] {
    return this.#names('request_indexes', index, ...this.#text(words));
  }

  filterChunksFor(index: number, filter: string): string[] {
    return this.#names('request_filter_indexes', index, ...this.#text(filter));
  }

  /** Returns where the index lies from now on. */
  loadChunk(index: number, bytes: Uint8Array): number {
    return this.#pointer('load_index_chunk', index, ...this.#bytes(bytes));
  }

  loadFilterChunk(index: number, bytes: Uint8Array): number {
    return this.#pointer('load_filter_chunk', index, ...this.#bytes(bytes));
  }

  /** @param exact the words stand one after the other, each as a whole word */
  search(index: number, words: string, filter: string, sort: string, exact: boolean): PagefindAnswer {
    const texts = [words, words, filter, sort].flatMap((text) => this.#text(text));
    const answer: PagefindAnswer = JSON.parse(
      this.#take(this.#call('search', index, ...texts, exact, false)),
    );
    return answer;
  }

  #call(name: string, ...values: readonly (number | boolean)[]): unknown {
    const work = this.#exports[name];
    if (typeof work !== 'function') throw new Error(`the wasm has no ${name}`);
    return work(...values);
  }

  #pointer(name: string, ...values: readonly number[]): number {
    const pointer = Number(this.#call(name, ...values)) >>> 0;
    if (pointer === 0) throw new Error(`${name} failed`);
    return pointer;
  }

  #names(name: string, ...values: readonly number[]): string[] {
    const names: unknown = JSON.parse(this.#take(this.#call(name, ...values)));
    return Array.isArray(names) ? names.map(String).filter((each) => each !== '') : [];
  }

  /** Puts bytes into the program's memory: their place and their number. */
  #bytes(bytes: Uint8Array): [number, number] {
    const place = this.#pointer('__wbindgen_malloc', bytes.length || 1, 1);
    new Uint8Array(this.#memory.buffer).set(bytes, place);
    return [place, bytes.length];
  }

  #text(text: string): [number, number] {
    return this.#bytes(new TextEncoder().encode(text));
  }

  /** Takes a text out of the program's memory. */
  #take(span: unknown): string {
    if (!Array.isArray(span)) throw new Error('the wasm gave no text');
    const [place, length] = span.map((each) => Number(each) >>> 0);
    if (place === undefined || length === undefined) throw new Error('the wasm gave no text');
    const text = new TextDecoder().decode(new Uint8Array(this.#memory.buffer, place, length));
    this.#call('__wbindgen_free', place, length, 1);
    return text;
  }
}
