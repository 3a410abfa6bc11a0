/** Numbers of a series of measurements. */

export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Calls `run` again and again. @returns milliseconds of each call but the first ones, which warm up. */
export function series(count: number, run: (i: number) => void): number[] {
  const warmUp = Math.min(10, Math.ceil(count / 5));
  const times: number[] = [];
  for (let i = 0; i < count + warmUp; i++) {
    const started = performance.now();
    run(i);
    if (i >= warmUp) times.push(performance.now() - started);
  }
  return times;
}
