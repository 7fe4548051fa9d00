import { nearest } from '../content/nearest.ts';
import { AdminMissing } from '../publish/admin-missing.ts';
import { OutputLocked } from '../publish/lock.ts';
import { OutputRefused } from '../publish/output-folder.ts';
import { PartBroken, PartsRefused } from '../publish/parts.ts';
import { ToolFailed } from '../publish/targets/run-tool.ts';
import { SearchFailed } from '../search/search-failed.ts';
import { NotASite } from '../verify/open-site.ts';
import { WrongUsage } from './arguments.ts';
import { Interrupted } from './interrupt.ts';

/** Where the project and its compiled code lie, told by the launcher. */
export interface Installation {
  readonly projectRoot: string;
  readonly compiledRoot: string;
  /** Compiles again where sources have changed since. */
  readonly compile: () => Promise<{ readonly compiledRoot: string }>;
  /** Folder with the files of /admin/; undefined where its program is not installed. */
  readonly compileAdmin: (compiledRoot: string) => Promise<string | undefined>;
}

type Command = (words: readonly string[], installation: Installation) => Promise<number>;

/** Each command is loaded only when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  announce: async () => (await import('./announce-command.ts')).runAnnounce,
  build: async () => (await import('./build-command.ts')).runBuild,
  check: async () => (await import('./check-command.ts')).runCheck,
  dev: async () => (await import('./dev-command.ts')).runDev,
  import: async () => (await import('./import-command.ts')).runImport,
  'editor-files': async () => (await import('./editor-files-command.ts')).runEditorFiles,
  list: async () => (await import('./list-command.ts')).runList,
  merge: async () => (await import('./merge-command.ts')).runMerge,
  new: async () => (await import('./new-command.ts')).runNew,
  verify: async () => (await import('./verify-command.ts')).runVerify,
  publish: async () => (await import('./publish-command.ts')).runPublish,
};

const usage = `用法：npm run <命令> -- [选项]

  build   把 content/ 生成为 _site/
  check   检查内容：check [文件…]；加 --fix 改正只有一种改法的问题，先列出来再问
  dev     预览，保存后自动刷新（也可用 npm start）
  import  导入旧网站：import 文件夹|文件|.warc.gz …，先加 --dry-run 看看；--rules 规则文件
  editor-files  写 VS Code 用的字段说明、代码片段和设置；加 --check 只看是不是最新
  list    草稿、待发、过期、撤稿的稿件
  merge   把 build --years 分几次生成的部分合成 _site/：merge 部分…
  new     新建一篇稿件：new "标题" --channel 栏目 --zone 开发区 --source 来源 --date 时间
  verify  核对生成的网站：链接、HTML、数目、检索
  publish   把 _site/ 发布出去：publish --to 目标，只送有变化的文件；--dry-run 只列出来
  announce  告诉搜索引擎哪些网页是新的：announce --manifest 清单，加 --send 才真的送出

选项见 README.md。`;

/** Runs one command. Exit codes: 0 done, 1 mistakes in content, 2 wrong usage, 3 the machine, 70 our bug, 75 locked. */
export async function main(argv: readonly string[], installation: Installation): Promise<number> {
  const [name, ...words] = argv;
  try {
    if (name === undefined || name === 'help' || name === '--help' || words.includes('--help')) {
      console.log(usage);
      return name === undefined ? 2 : 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) {
      const near = nearest(name, Object.keys(commands));
      throw new WrongUsage(`没有 ${name} 这个命令${near === undefined ? '' : `，是不是 ${near}？`}`);
    }
    const run = await load();
    return await run(words, installation);
  } catch (error) {
    return tell(error);
  }
}

const machineErrors = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EMFILE',
  'ENFILE',
  'EIO',
  'ENOTDIR',
  'EISDIR',
  'EBUSY',
  'ENAMETOOLONG',
  'EADDRINUSE',
  'EXDEV',
]);

function tell(error: unknown): number {
  if (error instanceof WrongUsage) {
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (error instanceof PartsRefused) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof Interrupted) return 130;
  if (error instanceof OutputLocked) {
    console.error(error.message);
    return 75;
  }
  if (
    error instanceof OutputRefused ||
    error instanceof PartBroken ||
    error instanceof SearchFailed ||
    error instanceof AdminMissing ||
    error instanceof ToolFailed ||
    error instanceof NotASite
  ) {
    console.error(error.message);
    return 3;
  }
  if (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    machineErrors.has(error.code)
  ) {
    console.error(`机器出错（${error.code}）：${error.message}`);
    return 3;
  }
  console.error('程序内部出错，这不是稿件的问题。请把下面的信息报给开发者：');
  console.error(error);
  return 70;
}
