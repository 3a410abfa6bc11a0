/**
 * `npm run compare-findings -- OLD NEW FOLDER...`: what two builds of the command line (paths of their `cli.cjs`) find in the same folders. Prints each
 * finding that one of them has alone, and each that differs in more than its message; ends with exit code 1 when there is one. For changes that are to change
 * nothing.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

interface Found {
  readonly rule: string;
  readonly file: string;
  readonly fingerprint: string;
  readonly message: string;
  readonly [key: string]: unknown;
}

function found(cli: string, folder: string): readonly Found[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [resolve(cli), 'scan', '--profile', 'all', '--format', 'json', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0 && status !== 1) throw new Error(`${cli} ended with ${status}: ${stderr}`);
  return (JSON.parse(stdout) as { readonly findings: readonly Found[] }).findings;
}

/** What has to be the same; the words of a message may change. */
const facts = ({ message: _message, ...rest }: Found): string => JSON.stringify(rest);

function byFingerprint(findings: readonly Found[]): ReadonlyMap<string, Found> {
  const counted = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const key = `${finding.rule} ${finding.file} ${finding.fingerprint}`;
      const nth = counted.get(key) ?? 0;
      counted.set(key, nth + 1);
      return [`${key} ${nth}`, finding];
    }),
  );
}

const [old, now, ...folders] = process.argv.slice(2);
if (old === undefined || now === undefined || folders.length === 0) {
  console.error('Usage: npm run compare-findings -- OLD/cli.cjs NEW/cli.cjs FOLDER...');
  process.exit(2);
}
let differences = 0;
let reworded = 0;
for (const folder of folders) {
  const [before, after] = [byFingerprint(found(old, folder)), byFingerprint(found(now, folder))];
  for (const [key, finding] of before) {
    const other = after.get(key);
    if (other !== undefined && facts(other) === facts(finding)) {
      if (other.message !== finding.message) reworded++;
      continue;
    }
    differences++;
    console.log(other === undefined ? `gone    ${key}` : `changed ${key}\n  ${facts(finding)}\n  ${facts(other)}`);
  }
  for (const key of after.keys())
    if (!before.has(key)) {
      differences++;
      console.log(`new     ${key}`);
    }
  console.log(`${folder}: ${before.size} findings before, ${after.size} after`);
}
console.log(`${differences} differences, ${reworded} messages in other words`);
process.exitCode = differences === 0 ? 0 : 1;
