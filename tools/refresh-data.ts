/**
 * `npm run refresh-data [-- 1.38] [-- --check]`: brings the tables of `rules/data/` and the pins of the oracles up to date as far as package registries
 * reach, and prints what a person has to look up. It alone uses the network. `--check` writes nothing, and fails when a table ends soon.
 */
import { today } from '../server/host/today.ts';
import { endingSoon, refreshImages } from './refresh-data/images.ts';
import { refreshKubernetes } from './refresh-data/kubernetes.ts';
import { refreshOracles } from './refresh-data/oracles.ts';
import type { Request } from './refresh-data/outcome.ts';
import { checkAges } from './refresh-data/tables.ts';

const given = process.argv.slice(2);
const checkOnly = given.includes('--check');
const [version, ...more] = given.filter((word) => word !== '--check');
const minor = version === undefined ? undefined : Number(/^1\.(\d{2})$/.exec(version)?.[1]);
if (more.length > 0 || Number.isNaN(minor)) {
  console.error('Usage: npm run refresh-data -- [1.38] [--check]');
  process.exit(2);
}

const request: Request = { today: today(), minor, checkOnly };
const outcomes = [checkAges, refreshImages, refreshKubernetes, refreshOracles].map((source) => source(request));
const parts = [
  ['Changed', outcomes.flatMap(({ changed }) => changed)],
  ['To do by hand', outcomes.flatMap(({ toDo }) => toDo)],
  ['Not reached', outcomes.flatMap(({ unreached }) => unreached)],
] as const;
for (const [title, lines] of parts) {
  console.log(`${title}:${lines.length === 0 ? ' nothing' : ''}`);
  for (const line of lines) console.log(`  ${line}`);
}
if (checkOnly && endingSoon(() => request.today).length > 0) process.exitCode = 1;
