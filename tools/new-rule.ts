/**
 * `npm run new-rule -- access/host-cron [--subject rbac-rule]`: writes a rule and its test, which fails until the rule says what it is for, and nothing
 * else. The subject is what most rules of the folder look at, unless it is given.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogFolder, ruleFiles } from './generate/rule-list.ts';
import { ruleText, subjects, testText, usualSubject } from './new-rule/template.ts';
import { root } from './root.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { subject: { type: 'string' } } });
const word = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const [, folder, id] = new RegExp(`^(${word})/(${word})$`).exec(positionals[0] ?? '') ?? [];
const folders = [...new Set(ruleFiles(root).map(({ subject }) => subject))].sort();
if (folder === undefined || id === undefined || positionals.length > 1)
  fail(`Usage: npm run new-rule -- FOLDER/RULE-ID [--subject SUBJECT]
  FOLDER   one of ${folders.join(', ')}
  RULE-ID  names the defect, so that "allow RULE-ID" reads well: host-cron
  SUBJECT  one of ${subjects.join(', ')}`);
if (!folders.includes(folder)) fail(`There is no folder ${folder}: use one of ${folders.join(', ')}.`);
const taken = ruleFiles(root).find((file) => file.id === id);
if (taken !== undefined) fail(`There is a rule ${id} already: ${catalogFolder}/${taken.subject}/${id}.ts`);
const subject =
  values.subject === undefined ? usualSubject(textsOf(folder)) : subjects.find((one) => one === values.subject);
if (subject === undefined) fail(`Name a subject: --subject ${subjects.join(', ')}.`);

const test = `test/rules/catalog/${folder}/${id}.test.ts`;
const files = [
  [`${catalogFolder}/${folder}/${id}.ts`, ruleText(id, subject)],
  [test, testText(folder, id, subject)],
] as const;
const known = files.find(([path]) => existsSync(join(root, path)));
if (known !== undefined) fail(`${known[0]} exists already.`);
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}
console.log(`
It looks at each ${subject}${values.subject === undefined ? ', as most rules of its folder do (--subject names another)' : ''}. Next:
  1. Write the examples, check and the texts.
  2. npx node --test ${test}
  3. When it is green: npm run generate, and commit what it wrote.`);

/** The texts of the rules of a folder, each with the shared code that makes it. */
function textsOf(name: string): readonly string[] {
  const path = join(root, catalogFolder, name);
  return readdirSync(path)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const text = readFileSync(join(path, file), 'utf8');
      const maker = /from '(\.\/shared\/[\w-]+\.ts)'/.exec(text)?.[1];
      return text.includes('subject: ') || maker === undefined ? text : readFileSync(join(path, maker), 'utf8');
    });
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
