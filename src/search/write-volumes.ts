import os from 'node:os';
import { SearchFailed } from './search-failed.ts';
import { type VolumeRun, type VolumeTask, writeVolume } from './write-volume.ts';

/** A volume to be made. */
export interface VolumeOrder {
  readonly name: string;
  readonly count: number;
  /** Asked for when its turn comes: the texts of all volumes at once would be large. */
  readonly task: () => VolumeTask;
}

/** Articles that are indexed at once: some 1.1 GB. */
const mostArticles = 1700;
/** More than it is, where the machine has less. */
const bytesPerArticle = 1 << 20;

/**
 * Makes volumes, several at a time as processors and memory allow, in their order. Where one fails the others are
 * ended too; all processes are gone when this is settled.
 * @throws {SearchFailed}, and the reason of the signal
 */
export async function writeVolumes<Order extends VolumeOrder>(
  orders: readonly Order[],
  run: VolumeRun,
  onDone: (order: Order) => void,
): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([run.signal, failed.signal]);
  const room = Math.min(mostArticles, process.availableMemory() / bytesPerArticle);
  const running = new Set<Promise<void>>();
  let articles = 0;
  const write = async (order: Order): Promise<void> => {
    articles += order.count;
    await writeVolume(order.name, order.task(), { ...run, signal });
    articles -= order.count;
    onDone(order);
  };
  try {
    for (const order of orders) {
      while (running.size > 0 && (running.size >= os.availableParallelism() || articles + order.count > room))
        await Promise.race(running);
      const writing: Promise<void> = write(order).finally(() => running.delete(writing));
      running.add(writing);
    }
    await Promise.all(running);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(running);
    // Who stops the build also ends its processes: that is no failure of theirs.
    run.signal.throwIfAborted();
    throw isSystemError(error) ? new SearchFailed('不能启动索引程序', error.message) : error;
  }
}

/** A process that cannot be started: no memory, too many processes. */
const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && String(error.syscall).startsWith('spawn');
