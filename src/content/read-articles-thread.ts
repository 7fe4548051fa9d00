import { parentPort, workerData } from 'node:worker_threads';
import { readSlice, type ThreadData, type ThreadReply } from './read-articles.ts';
import { readGround } from './read-ground.ts';

// Runs in a thread of its own. What is wrong with the ground itself is said by the main thread.
const { root, files, base, proof }: ThreadData = workerData;
const ground = readGround(root, files, base, []);

parentPort?.on('message', ({ slice, files }: { slice: number; files: readonly string[] }) => {
  const reply: ThreadReply = { slice, read: readSlice(files, ground, proof) };
  parentPort?.postMessage(reply);
});
