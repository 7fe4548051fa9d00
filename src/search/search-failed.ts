/** The release that the index and the reader's engine are made for. */
export const pagefindVersion = '1.6.0';

/** The index could not be made: exit 3, and the old site stays. The message is for the person at the command line. */
export class SearchFailed extends Error {
  override readonly name = 'SearchFailed';

  /** @param what went wrong, in Chinese; `details` is what Pagefind said of it */
  constructor(what: string, details = '') {
    super([`检索索引没有建成：${what}`, details, mending()].filter((line) => line !== '').join('\n'));
  }
}

/** The command that puts Pagefind's program back, for this machine. */
function mending(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const command = `npm install --no-save @pagefind/${platform}-${process.arch}@${pagefindVersion}`;
  const given = ['PAGEFIND_EXTENDED_BINARY_PATH', 'PAGEFIND_BINARY_PATH'].find((name) => process.env[name]);
  return given === undefined
    ? `→ 请运行 ${command}，再构建一次；程序放在别处时，用环境变量 PAGEFIND_BINARY_PATH 指明它；` +
        '急用时可加 --no-search，先发布不带检索的网站'
    : `→ 环境变量 ${given} 现在是 ${process.env[given]}，请改成 Pagefind ${pagefindVersion} 程序的路径；` +
        `或者去掉它，运行 ${command}，再构建一次`;
}
