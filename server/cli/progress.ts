/** How far a scan is, for a person who waits at a terminal; a log holds no such lines. */

export interface Progress {
  /** More files were found. */
  found(files: number): void;
  /** One more was read. */
  read(): void;
  /** Nothing is left of it on the terminal. */
  end(): void;
}

/** In milliseconds: what is done by then needs no word. */
const patience = 500;
/** In milliseconds between two lines. */
const pace = 100;

/** @param clock in milliseconds. @returns undefined where nobody looks. */
export function progress(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  clock: () => number = () => performance.now(),
): Progress | undefined {
  if (stream.isTTY !== true) return undefined;
  const started = clock();
  let [all, done, told] = [0, 0, 0];
  return {
    found: (files) => {
      all += files;
    },
    read() {
      done++;
      const now = clock();
      if (now - started < patience || now - told < pace) return;
      told = now;
      // Files that became others are read again.
      stream.write(`\r\u001b[KChecked ${Math.min(done, all)} of ${all} files`);
    },
    end() {
      if (told > 0) stream.write('\r\u001b[K');
    },
  };
}
