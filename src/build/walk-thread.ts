import { parentPort, workerData } from 'node:worker_threads';
import { walkFolder } from './walk-folder.ts';

const walked = walkFolder(String(workerData));
parentPort?.postMessage(walked, [walked.numbers.buffer]);
