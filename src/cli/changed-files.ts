import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * Files of a folder that the change at hand touches, relative to it: what is not committed yet, the last commit (for
 * a pull request that is GitHub's merge of it), and where the branch is known that it goes to, all since that. Empty
 * where git does not know the folder.
 */
export function readChangedFiles(folder: string): ReadonlySet<string> {
  const base = process.env.GITHUB_BASE_REF;
  const ranges = [['HEAD'], ['HEAD^', 'HEAD'], ...(base ? [[`origin/${base}...HEAD`]] : [])];
  const questions = [
    ...ranges.map((range) => ['diff', '--name-only', '-z', '--relative', ...range, '--', '.']),
    ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'],
  ];
  return new Set(questions.flatMap((words) => askGit(folder, words)));
}

function askGit(folder: string, words: readonly string[]): string[] {
  try {
    const answer = execFileSync('git', ['-C', folder, ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
    return answer
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => name.split(path.sep).join('/'));
  } catch {
    // No git, no repository, or a clone that has no earlier commit.
    return [];
  }
}
