/**
 * `npm run compare-findings -- OLD NEW FOLDER...`: what two builds of the command line (paths of their `cli.cjs`) find in the same folders. Prints each
 * finding that one of them has alone, and each that differs in more than its message. Ends with exit code 0 when there is none, 1 when there is one, 2 when
 * a scan failed. For changes that are to change nothing; the workflow "Findings" says it of each pull request.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { differenceOf, type Found, linesOf } from './compare-findings/difference.ts';

function found(cli: string, folder: string): readonly Found[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [resolve(cli), 'scan', '--profile', 'all', '--format', 'json', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0 && status !== 1) throw new Error(`${cli} ended with ${status}: ${stderr}`);
  const { summary, findings } = JSON.parse(stdout) as {
    readonly summary: { readonly files: number };
    readonly findings: readonly Found[];
  };
  // Two scans of nothing would agree.
  if (summary.files === 0) throw new Error(`${cli} found no file in ${folder}`);
  return findings;
}

/** @returns how many findings differ. */
function compare(old: string, now: string, folders: readonly string[]): number {
  let differences = 0;
  let reworded = 0;
  for (const folder of folders) {
    const [before, after] = [found(old, folder), found(now, folder)];
    const difference = differenceOf(before, after);
    const lines = linesOf(difference);
    differences += lines.length;
    reworded += difference.reworded;
    console.log([`${folder}: ${before.length} findings before, ${after.length} after`, ...lines].join('\n'));
  }
  console.log(`${differences} differences, ${reworded} messages in other words`);
  return differences;
}

const [old, now, ...folders] = process.argv.slice(2);
if (old === undefined || now === undefined || folders.length === 0) {
  console.error('Usage: npm run compare-findings -- OLD/cli.cjs NEW/cli.cjs FOLDER...');
  process.exit(2);
}
try {
  process.exitCode = compare(old, now, folders) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
