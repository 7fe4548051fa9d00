import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData, ThreadReply, ThreadTask } from './read-articles.ts';
import { readGround } from './read-ground.ts';
import { readSlice } from './read-slice.ts';

// Runs in a thread of its own. What is wrong with the ground itself is said by the main thread.
const { root, files, base, proof }: ThreadData = workerData;
const ground = readGround(root, files, base, []);

parentPort?.on('message', ({ number, slice }: ThreadTask) => {
  const read = readSlice(slice.files, ground, { proof, light: slice.light });
  const reply: ThreadReply = { number, read };
  parentPort?.postMessage(reply);
});
