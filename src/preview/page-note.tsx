import type { Problem } from '../problems/problem.ts';
import { showProblem } from '../problems/show-problem.ts';
import { clientAddress, deskAddress, styleAddress } from './preview-files.ts';

/** What a previewed page says about itself beyond what readers will see. */
export interface PageNote {
  /** Why readers do not see this page, or not for ever: a draft, its time has not come. */
  readonly states: readonly string[];
  /** Mistakes of the file that the page shows. */
  readonly own: readonly Problem[];
  /** Mistakes elsewhere that concern this page too. */
  readonly others: readonly Problem[];
  /** Where the article of this page is proofread. */
  readonly proof: string | undefined;
}

/** Rows of mistakes on a page; the terminal and `check` have them all. */
const most = 30;
/** Fewer mistakes of other files stand open. */
const fewOthers = 3;

/** At the top of a page, in its flow: nothing of the page is covered. */
export const NoteAbove = ({ note }: { note: PageNote }) =>
  note.states.length + note.own.length + note.others.length === 0 ? null : (
    <aside class="preview-note" id="preview-note" aria-label="预览提示">
      {note.states.map((state) => (
        <p key={state} class="preview-state" role="status">
          {state}
        </p>
      ))}
      {note.own.length > 0 && (
        <div class="preview-mistakes" role="alert">
          <p>{countOf(note.own)}，改好保存后会自己消失：</p>
          <ProblemList problems={note.own} />
        </div>
      )}
      {note.others.length > 0 && (
        <details class="preview-others" open={note.others.length <= fewOthers}>
          <summary>别的文件里有{countOf(note.others)}</summary>
          <ProblemList problems={note.others} />
        </details>
      )}
    </aside>
  );

/** A bar at the lower edge; the page has a margin of its height. */
export const NoteBelow = ({ note }: { note: PageNote }) => {
  const count = note.own.length + note.others.length;
  return (
    <nav class="preview-bar" aria-label="预览工具">
      <span>预览</span>
      {count + note.states.length > 0 && (
        <a href="#preview-note" class={note.own.length > 0 ? 'preview-wrong' : undefined}>
          {count > 0 ? `${count} 处问题` : '提示'}
        </a>
      )}
      {note.proof && <a href={note.proof}>一校</a>}
      <a href={deskAddress}>编务台</a>
    </nav>
  );
};

export const ProblemList = ({ problems }: { problems: readonly Problem[] }) => (
  <ul class="preview-problems">
    {problems.slice(0, most).map((problem) => {
      const { message, fix } = showProblem(problem, 'zh-CN');
      return (
        <li key={`${problem.file}:${problem.line}:${problem.column}`} class={problem.level}>
          <b>{problem.level === 'error' ? '错误' : '警告'}</b>{' '}
          <code>{`${problem.file}:${problem.line}:${problem.column}`}</code> {message}
          {' → '}
          {fix}
        </li>
      );
    })}
    {problems.length > most && <li>还有 {problems.length - most} 个，运行 npm run check 全部列出</li>}
  </ul>
);

function countOf(problems: readonly Problem[]): string {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  return [errors > 0 ? `${errors} 处错误` : '', warnings > 0 ? `${warnings} 处警告` : '']
    .filter((text) => text !== '')
    .join('、');
}

/** In the head of every page: what it is, so that it is loaded again when it is no longer that. */
export const PreviewHead = ({ at, version }: { at: string; version: string }) => (
  <>
    <link rel="stylesheet" href={styleAddress} />
    <script src={clientAddress} data-at={at} data-version={version} defer />
  </>
);

/** A page of the site with what its preview says of it. Without `<head>` or `<body>` a text stays as it is. */
export function withNote(html: string, note: PageNote, head: { at: string; version: string }): string {
  const put = (text: string, before: string, what: string): string => {
    const at = text.indexOf(before);
    return at < 0 ? text : text.slice(0, at) + what + text.slice(at);
  };
  const headed = put(html, '</head>', PreviewHead(head)?.text ?? '');
  const below = put(headed, '</body>', NoteBelow({ note })?.text ?? '');
  return below.replace(/<body[^>]*>/, (body) => body + (NoteAbove({ note })?.text ?? ''));
}
