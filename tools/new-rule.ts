/**
 * `npm run new-rule -- workload/host-cron`: writes a rule and its test, which fails until the rule says what it is for.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

const [name = ''] = process.argv.slice(2);
const match = /^([a-z]+)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(name);
if (match === null) {
  console.error(
    'Usage: npm run new-rule -- FOLDER/RULE-ID, such as workload/host-cron. The id names the defect, so that "allow host-cron" reads well.',
  );
  process.exit(2);
}
const [, folder = '', id = ''] = match;
const isDockerfile = folder === 'dockerfile';
const tag = isDockerfile ? 'dockerfile' : 'pod';
const subject = isDockerfile ? 'stage' : 'container';
const good = isDockerfile ? 'FROM debian:13-slim' : `containers:\n          - name: web\n            image: nginx:1.29`;

const rule = `import { defineRule, ${tag} } from '../rule.ts';

export default defineRule({
  id: '${id}',
  subject: '${subject}',
  severity: 'medium',
  profile: 'recommended',
  tags: [],
  since: '0.1.0',
  title: 'What is wrong, in a few words',
  why: 'The attack, in at most two sentences.',
  remedy: 'What to do.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
      ${tag}\`
        ${good}
      \`,
    ],
    good: [
      ${tag}\`
        ${good}
      \`,
    ],
  },

  check(${subject}, report) {
    report(${subject}, 'Names the culprit and says what is true now.');
  },
});
`;
const test = `import rule from '../../../rules/${folder}/${id}.ts';
import { ${['testRule', tag].sort().join(', ')} } from '../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'draw what it finds',
    ${tag}\`
      ${good.replaceAll('\n          ', '\n        ')}
    \`,
  );

  clean(
    'say why this is fine',
    ${tag}\`
      ${good.replaceAll('\n          ', '\n        ')}
    \`,
  );
});
`;
for (const [path, text] of [
  [`rules/${folder}/${id}.ts`, rule],
  [`test/rules/${folder}/${id}.test.ts`, test],
] as const) {
  const full = join(root, path);
  if (existsSync(full)) {
    console.error(`${path} exists already.`);
    process.exit(1);
  }
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  console.log(path);
}
await import('./generate.ts');
console.log(`Now draw the first finding:\n  node --test test/rules/${folder}/${id}.test.ts`);
