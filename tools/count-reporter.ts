/** A reporter of `node --test` for `run-tests.ts`: one line of JSON that says how the tests ended. */

/** How many tests ended how; parents of tests are tests too. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** As Node 22 and newer send it; the types are those of Node 20, which the tests do not run on. */
interface Event {
  readonly type: string;
  readonly data: {
    readonly file?: string;
    readonly counts?: Readonly<Record<'passed' | 'failed' | 'cancelled' | 'skipped' | 'todo', number>>;
  };
}

export default async function* countReporter(events: AsyncIterable<Event>): AsyncGenerator<string> {
  for await (const event of events) {
    // Files have summaries of their own where each is a process.
    if (event.type !== 'test:summary' || event.data.file !== undefined || event.data.counts === undefined) continue;
    const { passed, failed, cancelled, skipped, todo } = event.data.counts;
    yield JSON.stringify({ passed: passed + todo, failed: failed + cancelled, skipped } satisfies Counts);
  }
}
