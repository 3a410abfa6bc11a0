/** Loaded into the server's process: tells how much of its heap is in use, or writes all of it into a file that is named. */
import { writeHeapSnapshot } from 'node:v8';
import { heapInUse } from '../tools/heap.ts';

process.on('message', (snapshot: string) => {
  heapInUse();
  // What finalizers let go is collected a turn later.
  setImmediate(() => {
    if (snapshot !== '') writeHeapSnapshot(snapshot);
    process.send?.(heapInUse());
  });
});
process.channel?.unref();
