/** How much of the heap is in use once everything was collected that nothing needs. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** @returns bytes. */
export function heapInUse(): number {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  return process.memoryUsage().heapUsed;
}

/** Whether the second half of some measurements lies more than a tenth of `whole` above the first. @param whole what a tenth is taken of; the first half when left out. */
export function grows(measured: readonly number[], whole?: number): boolean {
  const half = Math.ceil(measured.length / 2);
  const [first, second] = [mean(measured.slice(0, half)), mean(measured.slice(half))];
  return measured.length >= 4 && second - first > (whole ?? first) / 10;
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
