/** All generated files but the list of rules itself, which has to be there before this is imported. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/catalog/index.ts';
import { cataloguePage, foremostRules } from './catalogue.ts';
import { frameworksPage } from './frameworks.ts';
import { rulePage } from './page.ts';
import { configurationSchema } from './schema.ts';

/** @returns path from the root, with `/`, and text of each file. */
export function generated(root: string): ReadonlyMap<string, string> {
  return new Map([
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const),
    ['docs/rules/README.md', cataloguePage(root)],
    ['docs/frameworks.md', frameworksPage()],
    ['docs/configuration.schema.json', configurationSchema()],
    ['README.md', withRules(readFileSync(join(root, 'README.md'), 'utf8'), foremostRules('docs/rules/'))],
  ]);
}

const begin = '<!-- rules:begin -->';
const end = '<!-- rules:end -->';

function withRules(readme: string, table: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the rules: write ${begin} and ${end}`);
  return `${readme.slice(0, from + begin.length)}\n\n${table}\n\n${readme.slice(to)}`;
}
