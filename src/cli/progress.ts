import type { BuildProgress, Stages } from '../publish/build-site.ts';

const names: Readonly<Record<Stages, { readonly name: string; readonly unit: string }>> = {
  read: { name: '读稿', unit: '篇' },
  archive: { name: '编排', unit: '个列表' },
  draw: { name: '制版', unit: '个文件' },
  search: { name: '检索', unit: '个分卷' },
  publish: { name: '发布', unit: '个文件更替' },
};

/**
 * Progress on standard error: on a terminal one line that counts, elsewhere a plain line a stage.
 * Standard output stays free for results.
 */
export function showProgress(stream: NodeJS.WriteStream): BuildProgress {
  const live = stream.isTTY === true && process.env.CI === undefined;
  let current: Stages | undefined;
  let shownAt = 0;
  const write = (text: string): void => {
    stream.write(live ? `\r\u001b[K${text}` : text);
  };
  return {
    start(stage) {
      current = stage;
      shownAt = 0;
    },
    step(done, total) {
      if (!live || current === undefined) return;
      const now = performance.now();
      if (now - shownAt < 80) return;
      shownAt = now;
      const { name, unit } = names[current];
      write(`${name} ${grouped(done)}${total === undefined ? '' : ` / ${grouped(total)}`} ${unit}`);
    },
    end(stage, count, seconds) {
      const { name, unit } = names[stage];
      write(`${name} ${grouped(count)} ${unit}  ${seconds.toFixed(1)} 秒\n`);
      current = undefined;
    },
  };
}

/** No progress at all. */
export const silent: BuildProgress = { start() {}, step() {}, end() {} };

/** `12,345`, the same in every locale. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
