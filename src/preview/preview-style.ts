/** What the preview adds, in its own look: told apart from the site at a glance, light and dark. */
export const stylesOfPreview = `:root {
  --preview-paper: #fff8e1;
  --preview-ink: #3d2b00;
  --preview-line: #d9b44a;
  --preview-wrong: #9b1c10;
  --preview-wrong-paper: #fdecea;
  --preview-link: #6a3d00;
  --preview-bar: 2.75rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --preview-paper: #2b2412;
    --preview-ink: #f4e6c0;
    --preview-line: #7a6222;
    --preview-wrong: #ffb4a8;
    --preview-wrong-paper: #3a1a16;
    --preview-link: #ffd27a;
  }
}
html { scroll-padding-bottom: calc(var(--preview-bar) + .5rem); }
body { padding-bottom: var(--preview-bar); }
.preview-note, .preview-bar, .preview-page {
  font: 15px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
.preview-note { background: var(--preview-paper); color: var(--preview-ink); border-bottom: 1px solid var(--preview-line); }
.preview-state, .preview-mistakes, .preview-others { margin: 0; padding: .5rem 1rem; max-width: none; }
.preview-state { font-weight: 600; }
.preview-note p { margin: 0; text-indent: 0; }
.preview-mistakes { background: var(--preview-wrong-paper); color: var(--preview-wrong); }
.preview-problems { margin: .25rem 0 0; padding: 0; list-style: none; }
.preview-problems li { margin: .25rem 0; padding: 0 0 0 .75rem; border-left: 3px solid currentColor; }
.preview-problems code, .preview-page code { font: 13px/1.6 ui-monospace, Menlo, Consolas, monospace; background: none; padding: 0; }
.preview-bar {
  position: fixed; inset: auto 0 0; z-index: 50; box-sizing: border-box; height: var(--preview-bar);
  display: flex; align-items: center; gap: 0 .25rem; padding: 0 1rem; overflow: auto hidden; white-space: nowrap;
  background: var(--preview-paper); color: var(--preview-ink); border-top: 1px solid var(--preview-line);
}
.preview-bar span { font-weight: 600; margin-right: .5rem; }
.preview-bar a, .preview-page a, .preview-note a { color: var(--preview-link); text-decoration: underline; }
.preview-bar a { padding: .4rem .6rem; min-width: 24px; text-align: center; }
.preview-bar a.preview-wrong { color: var(--preview-wrong); font-weight: 600; }
.preview-page { margin: 0; background: Canvas; color: CanvasText; color-scheme: light dark; }
.preview-page main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
.preview-page h1 { font-size: 1.4rem; line-height: 1.4; margin: .5rem 0; }
.preview-page h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
.preview-page p { margin: .5rem 0; }
.preview-page table { border-collapse: collapse; width: 100%; }
.preview-page th, .preview-page td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--preview-line); }
@media (min-width: 40em) { .preview-page table { table-layout: fixed; } .preview-page th:first-child { width: 10rem; } .preview-page th:last-child { width: 38%; } }
.preview-page th { font-weight: 600; white-space: nowrap; }
.preview-page .preview-date { white-space: nowrap; font-variant-numeric: tabular-nums; }
.preview-page .preview-mistakes { margin: 1rem 0; }
.preview-page .preview-wrong { color: var(--preview-wrong); font-weight: 600; }
.preview-page .preview-dim { opacity: .8; }
.preview-page ul { padding-left: 1.25rem; margin: .25rem 0; }
.preview-page .preview-problems { padding: 0; }
.preview-page .preview-jumps { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
.proof { display: grid; gap: 0 2.5rem; }
.proof-entries { list-style: none; padding: 0; margin: .25rem 0; columns: 10rem; column-gap: 1.5rem; }
.proof-entries.wide { columns: auto; }
.proof-entries li { break-inside: avoid; padding: .15rem 0; }
.proof-entries small { display: block; font-size: 13px; }
.proof-text p { max-width: 40em; line-height: 1.9; }
.proof-text mark { background: #ffe9a8; color: #2b2000; border-radius: 2px; scroll-margin: 5rem; }
.proof-text mark:target { outline: 3px solid var(--preview-wrong); }
.proof-cut { border: 1px solid var(--preview-line); padding: .5rem .75rem; margin: .5rem 0; }
.proof-cut s { opacity: .65; }
@media (max-width: 40em) {
  .preview-page table, .preview-page tbody, .preview-page tr, .preview-page td { display: block; }
  .preview-page thead { position: absolute; clip-path: inset(50%); }
  .preview-page td { border: 0; padding: 0; }
  .preview-page tr { padding: .4rem 0; border-bottom: 1px solid var(--preview-line); }
}
@media (min-width: 64em) {
  .proof { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .proof-text { position: sticky; top: 0; max-height: calc(100vh - var(--preview-bar)); overflow: auto; }
}
@media (prefers-color-scheme: dark) {
  .proof-text mark { background: #6b5410; color: #fff6d9; }
}
@media print {
  .preview-note, .preview-bar { display: none; }
  body { padding-bottom: 0; }
}
`;
