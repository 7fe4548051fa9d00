import { type MendedFile, mendContent } from '../content/mend-content.ts';
import { writeMended } from '../content/mend-file.ts';
import { Conversation } from './conversation.ts';
import { showDifference } from './fix-differences.ts';

export interface FixOptions {
  readonly root: string;
  readonly isWanted: (file: string) => boolean;
  /** What stands before a file's path where it is shown. */
  readonly prefix: string;
  /** `--yes` */
  readonly isAgreed: boolean;
  /** Takes the lines that are shown. */
  readonly show: (lines: string) => void;
  /** Undefined where there is no terminal to ask on. */
  readonly terminal: Terminal | undefined;
}

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/**
 * `check --fix`: shows what has one right answer and writes it where that is agreed to. False where there is
 * something to mend and nobody to ask.
 * @throws {Interrupted} after Ctrl-C
 */
export async function fixContent(options: FixOptions): Promise<boolean> {
  const { root, isWanted, prefix, isAgreed, show, terminal } = options;
  const mended = mendContent(root, isWanted);
  if (mended.length === 0) {
    show('没有能自动改正的问题。');
    return true;
  }
  for (const each of mended) show(`${showDifference(each, prefix)}\n`);
  if (!isAgreed && !terminal) {
    show(`以上 ${mended.length} 个文件没有改写；确认无误就加上 --yes。`);
    return false;
  }
  const isWritten = isAgreed || (terminal !== undefined && (await agree(mended, terminal)));
  if (!isWritten) show('没有改写。');
  else writeAll(options, mended);
  return true;
}

/** Anything but a clear yes or no is asked again. */
async function agree(mended: readonly MendedFile[], { input, output }: Terminal): Promise<boolean> {
  const conversation = new Conversation(input, output);
  try {
    for (;;) {
      const answer = await conversation.askText(`是否改写以上 ${mended.length} 个文件？（y 是，n 否）`);
      if (/^(?:y|yes|是|好)$/i.test(answer)) return true;
      if (/^(?:n|no|否|不)$/i.test(answer)) return false;
    }
  } finally {
    conversation.close();
  }
}

function writeAll({ root, prefix, show }: FixOptions, mended: readonly MendedFile[]): void {
  const left = mended.filter((each) => !writeMended(root, each));
  show(`已改写 ${mended.length - left.length} 个文件。`);
  for (const { file } of left) show(`${prefix}${file} 在读过之后又被改动了，没有改写；请再运行一次。`);
}
