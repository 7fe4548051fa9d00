import { parseArgs } from 'node:util';
import { nearest } from '../content/nearest.ts';

/** The command line was written wrong: exit 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

type OptionKind = 'string' | 'boolean';

type Values<Options extends Readonly<Record<string, OptionKind>>> = {
  readonly [Name in keyof Options]: Options[Name] extends 'string' ? string | undefined : boolean;
};

/**
 * Reads the options of one command. `places` is how many words may stand beside them.
 * @throws {WrongUsage} with the nearest right option
 */
export function parseOptions<const Options extends Readonly<Record<string, OptionKind>>>(
  words: readonly string[],
  options: Options,
  places = 0,
): { readonly values: Values<Options>; readonly places: readonly string[] } {
  const { values, positionals } = parse(words, options);
  if (positionals.length > places) throw new WrongUsage(`多余的参数：${positionals[places] ?? ''}`);
  const complete = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [
      name,
      values[name] ?? (kind === 'boolean' ? false : undefined),
    ]),
  );
  return { values: complete as Values<Options>, places: positionals };
}

function parse(words: readonly string[], options: Readonly<Record<string, OptionKind>>) {
  try {
    return parseArgs({
      args: [...words],
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
      allowPositionals: true,
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const unknown = /Unknown option '--?([^' ]+)/.exec(error.message)?.[1];
    if (unknown !== undefined) {
      const near = nearest(unknown, Object.keys(options));
      throw new WrongUsage(`没有 --${unknown} 这个选项${near === undefined ? '' : `，是不是 --${near}？`}`);
    }
    const lacking = /Option '--([^ ']+)[^']*' argument (?:missing|is ambiguous)/.exec(error.message)?.[1];
    throw new WrongUsage(lacking === undefined ? error.message : `--${lacking} 后面要有一个值`);
  }
}

/** One of the words that an option may have. */
export function oneOf<Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly Word[],
  otherwise: Word,
): Word {
  if (value === undefined) return otherwise;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new WrongUsage(`--${name} 只能是 ${words.join('、')}，不能是“${value}”`);
  return found;
}
