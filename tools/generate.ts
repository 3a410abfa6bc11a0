/**
 * `npm run generate`: writes everything that is made from the rules. `--check` writes nothing and fails when a file is not current.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ruleList } from './generate/rule-list.ts';
import { root } from './root.ts';

// The list comes first: everything else imports it.
const list = ruleList(root);
const check = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, text: string): void {
  const full = join(root, path);
  let current = '';
  try {
    current = readFileSync(full, 'utf8');
  } catch {
    // Not there yet.
  }
  if (current === text) return;
  stale.push(path);
  if (check) return;
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

put('rules/catalog/index.ts', list);
const { generated } = await import('./generate/from-rules.ts');
const files = generated(root);
for (const [path, text] of files) put(path, text);
const pages = join(root, 'docs', 'rules');
for (const name of readdirSync(pages)) {
  const path = relative(root, join(pages, name)).replaceAll('\\', '/');
  if (files.has(path)) continue;
  stale.push(path);
  if (!check) rmSync(join(root, path));
}

if (check && stale.length > 0) {
  console.error(`Not current: ${stale.join(', ')}. Run: npm run generate`);
  process.exitCode = 1;
}
