/**
 * `npm run corpus [-- FOLDER]`: puts the public repositories of `corpus/repositories.ts` below `.cache/corpus`, or the folder that is named: one folder each,
 * at the commit that is written there. What is there stays. For `npm run compare-findings`.
 */
import { join, resolve } from 'node:path';
import { fetchCommit } from './corpus/fetch.ts';
import { repositories } from './corpus/repositories.ts';
import { root } from './root.ts';

const folder = resolve(process.argv[2] ?? join(root, '.cache/corpus'));
for (const { name, commit } of repositories) {
  const isNew = fetchCommit(`https://github.com/${name}`, commit, join(folder, name.replace('/', '-')));
  console.log(`${isNew ? 'fetched' : 'had    '} ${name} ${commit}`);
}
