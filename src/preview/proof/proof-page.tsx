import { showMoment } from '../../site/clock.ts';
import { renderOwnPage } from '../own-page.tsx';
import type { Proof, ProofGroup } from './build-proof.ts';
import type { Cut } from './cut-texts.ts';
import type { ProofLine } from './found.ts';

/** The view of an article in which it is proofread: lists on one side, the text with its first places on the other. */
export function renderProof({ article, lines, groups, cuts }: Proof, href: string): string {
  const marks = marksOf(groups);
  return renderOwnPage(
    `一校：${article.title}`,
    <>
      <p>
        <a href={href}>回到这一篇</a>
        {`　${showMoment(article.date)}　${article.source.name}　`}
        <code>{article.file}</code>
      </p>
      <p class="preview-dim">
        每样只列一次，点一下跳到第一处；“×3”是出现三次。人名、机构是按职务、称呼和后缀猜的，会漏也会多，请以眼睛为准。
      </p>
      <div class="proof">
        <div>
          {groups.map((group, place) => (
            <Group key={group.title} group={group} place={place} />
          ))}
          <Cuts cuts={cuts} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must get there */}
        <section class="proof-text" aria-labelledby="proof-text" tabIndex={0}>
          <h2 id="proof-text">全文</h2>
          {lines.map((line, number) => (
            <Line key={String(number)} line={line} marks={marks.get(number) ?? []} />
          ))}
        </section>
      </div>
    </>,
  );
}

const idOf = (group: number, entry: number): string => `p${group}-${entry}`;

const Group = ({ group, place }: { group: ProofGroup; place: number }) => (
  <section aria-labelledby={`group-${place}`}>
    <h2 id={`group-${place}`}>{`${group.title}（${group.entries.length}）`}</h2>
    {group.entries.length === 0 ? (
      <p class="preview-dim">没有</p>
    ) : (
      <ul class={group.isLong ? 'proof-entries wide' : 'proof-entries'}>
        {group.entries.map((entry, number) => (
          <li key={idOf(place, number)}>
            <a href={`#${idOf(place, number)}`}>{entry.text}</a>
            {entry.count > 1 && ` ×${entry.count}`}
            {entry.note && <small class={entry.isDoubtful ? 'preview-wrong' : undefined}>{entry.note}</small>}
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Cuts = ({ cuts }: { cuts: readonly Cut[] }) => (
  <section aria-labelledby="proof-cuts">
    <h2 id="proof-cuts">在别处怎样显示</h2>
    <p class="preview-dim">划线的部分大约不会显示；各家随时会变，只供参考。</p>
    {cuts.map(({ place, what, shown, lost }) => (
      <p key={place + what} class="proof-cut">
        <b>{`${place}${what}：`}</b>
        {shown}
        {lost !== '' && (
          <>
            …<s>{lost}</s>
          </>
        )}
      </p>
    ))}
  </section>
);

interface Mark {
  readonly id: string;
  readonly at: number;
  readonly length: number;
}

/** First places by line, in order, each character in one mark at most: ids of what stands inside follow it. */
function marksOf(groups: readonly ProofGroup[]): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const [group, { entries }] of groups.entries()) {
    for (const [entry, { line, at, text }] of entries.entries()) {
      const mark = { id: idOf(group, entry), at, length: text.length };
      marks.set(line, [...(marks.get(line) ?? []), mark]);
    }
  }
  for (const list of marks.values()) list.sort((a, b) => a.at - b.at || b.length - a.length);
  return marks;
}

/** A line with its marks, which may lie in one another or overlap: the text is cut where any begins or ends. */
const Line = ({ line: { part, text }, marks }: { line: ProofLine; marks: readonly Mark[] }) => {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ at, length }) => [at, at + length])])];
  edges.sort((a, b) => a - b);
  return (
    <p>
      {part !== '正文' && <b>{`${part}：`}</b>}
      {edges.slice(0, -1).map((from, place) => {
        const to = edges[place + 1] ?? text.length;
        const inside = marks.some(({ at, length }) => at <= from && to <= at + length);
        const begun = marks.filter(({ at }) => at === from).map(({ id }) => id);
        const piece = text.slice(from, to);
        if (!inside) return piece;
        const [id, ...more] = begun;
        return (
          <mark key={String(from)} id={id}>
            {more.map((other) => (
              <span key={other} id={other} />
            ))}
            {piece}
          </mark>
        );
      })}
    </p>
  );
};
