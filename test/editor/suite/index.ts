/**
 * The entry that the editor calls in its extension host. Runs the tests one after another, because they share one workbench, and
 * writes the report; must not know what they test.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { closeEverything, workspaceOpen } from './editor.ts';
import { fixing } from './fixing.ts';
import { knowing } from './knowing.ts';
import type { Outcome, SuiteReport } from './outcome.ts';
import { reportVariable } from './outcome.ts';
import { rendering } from './rendering.ts';
import { tests } from './tests.ts';
import { writing } from './writing.ts';

export async function run(): Promise<void> {
  // Before the report begins: a workbench without its folders is loaded again, and this suite with it.
  await workspaceOpen();
  const outcomes: Outcome[] = [];
  write({ finished: false, outcomes });
  const all = Object.entries({ ...tests, ...writing, ...knowing, ...fixing, ...rendering });
  // A part of their names, for who works on some of them.
  const wanted = process.env.SEAWORTHY_SUITE_ONLY?.split('|');
  for (const [name, body] of all) {
    if (wanted?.every((part) => !name.includes(part))) continue;
    try {
      await limited(body());
      outcomes.push({ name });
    } catch (error) {
      outcomes.push({ name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    await closeEverything();
    write({ finished: false, outcomes });
  }
  write({ finished: true, outcomes });
  const failed = outcomes.filter(({ error }) => error !== undefined);
  if (failed.length > 0) throw new Error(failed.map(({ name, error }) => `${name}\n${error}`).join('\n\n'));
}

/** Longer than all the waiting inside a test, in milliseconds: only for what never answers. */
const limit = 300_000;

function limited(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The test did not end')), limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Renamed into place, so that a reader never sees half a report. */
function write(report: SuiteReport): void {
  const file = process.env[reportVariable];
  if (file === undefined) throw new Error(`${reportVariable} is not set`);
  writeFileSync(`${file}.part`, JSON.stringify(report));
  renameSync(`${file}.part`, file);
}
