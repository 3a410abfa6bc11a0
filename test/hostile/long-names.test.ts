/** A name may be as long as a file may be. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';

describe('a long name is not said in full of each thing that it names', () => {
  const long = 'x'.repeat(100_000);
  const containers = (first: string): string =>
    Array.from({ length: 60 }, (_, i) => `    - {name: ${i === 0 ? first : `c${i}`}, image: x}\n`).join('');
  const pod = (name: string, namespace: string, container: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec:\n  containers:\n${containers(container)}`;
  for (const [what, path, text] of [
    ['object', 'pod.yaml', pod(long, 'n', 'c')],
    ['namespace', 'pod.yaml', pod('n', long, 'c')],
    ['container', 'pod.yaml', pod('n', 'n', long)],
    ['kind', 'pod.yaml', pod('n', 'n', 'c').replace('kind: Pod', `kind: Pod\n---\napiVersion: apps/v1\nkind: ${long}`)],
    ['service', 'compose.yaml', `services:\n  ${long}:\n    image: x\n    privileged: true\n`],
    ['stage', 'Dockerfile', `FROM x AS ${long}\n${'RUN sudo ls\n'.repeat(60)}`],
    ['image', 'Dockerfile', `FROM ${long}\nFROM ${long}\n`],
  ] as const)
    it(what, () => {
      const workspace = new Workspace(rules);
      workspace.update({ path, text }, { ...defaultSettings, profile: 'all' });
      workspace.complete = true;
      workspace.refresh();
      const said = workspace.findings(path);
      assert.notEqual(said.length, 0);
      for (const { message, resource, container } of said)
        assert.ok(JSON.stringify({ message, resource, container }).length < 10_000, what);
    });
});
