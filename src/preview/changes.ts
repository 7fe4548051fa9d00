/** Milliseconds in which the changes of one save are gathered: editors write in several steps. */
const gathering = 10;

export interface Change {
  /** Paths below the content folder; undefined where they are not known. */
  readonly files: ReadonlySet<string> | undefined;
  readonly isCode: boolean;
}

/** Gathers what was saved and has it handled: never twice at once, nothing left out. */
export class Changes {
  #files: Set<string> | undefined = new Set();
  #isCode = false;
  #isWaiting = false;
  #timer: NodeJS.Timeout | undefined;
  #handler: ((change: Change) => Promise<void>) | undefined;
  #isRunning = false;

  add(file: string | undefined): void {
    if (file === undefined) this.#files = undefined;
    else this.#files?.add(file);
    this.#wait();
  }

  addCode(): void {
    this.#isCode = true;
    this.#wait();
  }

  handle(handler: (change: Change) => Promise<void>): void {
    this.#handler = handler;
    if (this.#isWaiting) this.#wait();
  }

  #wait(): void {
    this.#isWaiting = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), gathering);
  }

  async #run(): Promise<void> {
    if (this.#isRunning || !this.#handler) return;
    this.#isRunning = true;
    while (this.#isWaiting) {
      const change = { files: this.#files, isCode: this.#isCode };
      this.#files = new Set();
      this.#isCode = false;
      this.#isWaiting = false;
      try {
        await this.#handler(change);
      } catch (error) {
        console.error(error);
        // What was not handled is not known any more.
        this.#files = undefined;
      }
    }
    this.#isRunning = false;
  }
}
