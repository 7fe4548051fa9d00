import readline from 'node:readline';
import { nearest } from '../content/nearest.ts';
import { fold } from '../search/fold.ts';
import { type Choice, Choices } from './choices.ts';
import { Interrupted } from './interrupt.ts';

/** Choices on the screen at most; of more, a part is typed first. */
const mostShown = 30;

/** Questions and answers on a terminal, a line each. Choices are completed with the Tab key. */
export class Conversation {
  readonly #interface: readline.Interface;
  readonly #lines: AsyncIterator<string>;
  readonly #output: NodeJS.WritableStream;
  #complete: (typed: string) => readonly string[] = () => [];

  constructor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream) {
    this.#output = output;
    this.#interface = readline.createInterface({
      input,
      output,
      completer: (typed: string) => [[...this.#complete(typed)], typed],
    });
    this.#lines = this.#interface[Symbol.asyncIterator]();
  }

  /**
   * A line of text that is not empty.
   * @throws {Interrupted} after Ctrl-C or Ctrl-D, as all questions
   */
  async askText(about: string): Promise<string> {
    this.#complete = () => [];
    for (;;) {
      const text = await this.#ask(`${about}：`);
      if (text !== '') return text;
    }
  }

  /** One of the choices, by its number, its name or a part of it, initials or pinyin. */
  async askChoice<T extends Choice>(about: string, items: readonly T[]): Promise<T> {
    for (const question = this.#begin(about, items, ''); ; ) {
      const answer = await question.next();
      if (answer.choice) return answer.choice;
    }
  }

  /** The same; undefined where nothing is answered. */
  async askOptional<T extends Choice>(about: string, items: readonly T[]): Promise<T | undefined> {
    for (const question = this.#begin(about, items, '（没有就按回车）'); ; ) {
      const { choice, typed } = await question.next();
      if (choice || typed === '') return choice;
    }
  }

  /** The same; a text that is none of them is taken when it is confirmed with an empty line. */
  async askFree<T extends Choice>(about: string, items: readonly T[]): Promise<T | string> {
    let odd = '';
    for (const question = this.#begin(about, items, ''); ; ) {
      const { choice, typed, several } = await question.next();
      if (choice) return choice;
      if (typed === '' && odd !== '') return odd;
      odd = several ? '' : typed;
      if (odd !== '') this.#say(`照用“${odd}”请按回车，或者重新输入。`);
    }
  }

  close(): void {
    this.#interface.close();
  }

  async #ask(prompt: string): Promise<string> {
    this.#interface.setPrompt(prompt);
    this.#interface.prompt();
    const { value, done } = await this.#lines.next();
    if (!done) return value.trim();
    this.#say('');
    throw new Interrupted();
  }

  #say(line: string): void {
    this.#output.write(`${line}\n`);
  }

  /** Shows the choices; `next` asks once and says what is unclear. */
  #begin<T extends Choice>(about: string, items: readonly T[], hint: string) {
    const choices = new Choices(items);
    this.#complete = (typed) => choices.matching(typed).map(({ name }) => name);
    let shown = this.#show(about, items);
    const next = async (): Promise<Answer<T>> => {
      const typed = await this.#ask(`${about}${hint}：`);
      if (typed === '') return { choice: undefined, typed, several: false };
      const number = /^\d+$/.exec(fold(typed))?.[0];
      const numbered = number === undefined ? undefined : shown[Number(number) - 1];
      const found = numbered ? [numbered] : choices.matching(typed);
      const [first, second] = found;
      const several = second !== undefined;
      if (several) shown = this.#show(about, found);
      else if (first) this.#say(`  ${first.name}`);
      else this.#say(unknown(typed, about, items));
      return { choice: several ? undefined : first, typed, several };
    };
    return { next };
  }

  /** Gives back what stands on the screen with a number. */
  #show<T extends Choice>(about: string, items: readonly T[]): readonly T[] {
    if (items.length > mostShown) {
      this.#say(`有 ${items.length} 个${about}，请输入名称的一部分或拼音首字母。`);
      return [];
    }
    for (const [i, { name }] of items.entries()) this.#say(`${String(i + 1).padStart(4)}  ${name}`);
    this.#say('请输入序号、名称的一部分或拼音首字母，按 Tab 补全。');
    return items;
  }
}

interface Answer<T> {
  readonly choice: T | undefined;
  readonly typed: string;
  /** Whether it may mean more than one, which are then shown. */
  readonly several: boolean;
}

function unknown(typed: string, about: string, items: readonly Choice[]): string {
  const near = nearest(
    typed,
    items.map(({ name }) => name),
  );
  return `没有“${typed}”这个${about}${near === undefined ? '' : `，是不是 ${near}？`}`;
}
