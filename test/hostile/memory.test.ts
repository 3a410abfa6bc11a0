/** What is kept of files must not keep their texts, and what is kept of texts that are gone must end. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { readSource } from '../../rules/engine/analyse/source-file.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { Configurations } from '../../server/host/configuration.ts';
import { memoryFiles } from '../server/host/memory-files.ts';
import { heapInUse } from '../tools/heap.ts';

const megabyte = 2 ** 20;
/** A text of its own, as it comes from a disk: texts that were joined share their parts. */
const padded = (text: string): string => Buffer.from(text + '# filler\n'.repeat(20_000)).toString('utf8');

const texts: { readonly [path: string]: (i: number) => string } = {
  'pod.yaml': (i) =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: name-of-a-pod-${i}\n  namespace: name-of-a-namespace-${i}\n  labels: {app: value-of-a-label-${i}}\nspec:\n  containers:\n    - name: name-of-a-container-${i}\n      image: registry.example.com/image-${i}\n      securityContext: {privileged: true} # seaworthy-ignore privileged-container: a reason of some length\n`,
  Dockerfile: (i) =>
    `FROM registry.example.com/image-${i} AS name-of-a-stage-${i}\nENV NAME_OF_A_VARIABLE_${i}=value-of-it\nCOPY --chown=name-of-a-user-${i} . /folder\n`,
  'compose.yaml': (i) =>
    `services:\n  name-of-a-service-${i}:\n    image: registry.example.com/image-${i}\n    privileged: true\n    build: ./name-of-a-folder-${i}\n`,
  'kustomization.yaml': (i) =>
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: name-of-a-namespace-${i}\nresources: [name-of-a-file-${i}.yaml]\nimages: [{name: registry.example.com/image-${i}, newName: name-of-an-image-${i}}]\n`,
};

/** Bytes that are in use afterwards and were not before. */
async function growth(work: () => unknown): Promise<number> {
  const before = heapInUse();
  const kept = await work();
  const after = heapInUse();
  assert.notEqual(kept, undefined);
  return after - before;
}

describe('a file that is not open is known without its text', () => {
  for (const [name, text] of Object.entries(texts))
    it(name, async () => {
      const workspace = new Workspace(rules);
      const settings = { ...defaultSettings, profile: 'all' as const };
      const give = (from: number, count: number): void => {
        for (let i = from; i < from + count; i++) {
          const path = `/r/${i}/${name}`;
          workspace.update({ path, text: padded(text(i)) }, settings);
        }
        workspace.complete = true;
        workspace.refresh();
        for (const path of workspace.paths()) workspace.findings(path);
      };
      give(0, 4);
      const grown = await growth(() => {
        give(4, 60);
        return workspace;
      });
      // Their texts are ten megabytes.
      assert.ok(grown < 4 * megabyte, `${grown} bytes`);
    });
});

describe('what is gone is not kept', () => {
  it('texts of Dockerfiles that were read', async () => {
    const read = (from: number): unknown => {
      for (let i = from; i < from + 60; i++)
        assert.equal(
          readSource({ path: '/r/Dockerfile', text: padded(texts['Dockerfile']?.(i) ?? '') }).kind,
          'dockerfile',
        );
      return null;
    };
    await read(0);
    assert.ok((await growth(() => read(60))) < 2 * megabyte);
  });

  it('openings of instructions that nobody writes twice', async () => {
    const read = (from: number): unknown => {
      for (let i = from; i < from + 40; i++)
        readSource({ path: '/r/Dockerfile', text: `FROM x\nCOPY --chown=${i}${'x'.repeat(200_000)} a b\n` });
      return null;
    };
    await read(0);
    assert.ok((await growth(() => read(40))) < 2 * megabyte);
  });

  it('versions of a file of which one document was edited at a time', async () => {
    const documents = Array.from({ length: 60 }, (_, i) => texts['pod.yaml']?.(i) ?? '');
    const filler = '# filler\n'.repeat(20_000);
    const version = (): string => Buffer.from([...documents, filler].join('---\n')).toString('utf8');
    let source = readSource({ path: '/r/pod.yaml', text: version() });
    const grown = await growth(() => {
      for (let i = 0; i < documents.length; i++) {
        documents[i] += '# edited\n';
        source = readSource({ path: '/r/pod.yaml', text: version() }, source);
      }
      return source;
    });
    assert.ok(grown < 4 * megabyte, `${grown} bytes`);
  });

  it('configurations that changed since', async () => {
    let text = '';
    const files = memoryFiles({ '/r/pod.yaml': '' });
    const configurations = new Configurations({ ...files, kind: () => 'file', read: () => ({ text }) }, rules);
    const change = async (from: number): Promise<unknown> => {
      for (let i = from; i < from + 100; i++) {
        text = `profile: strict\n# ${i}\n${'# filler\n'.repeat(20_000)}`;
        configurations.forget('/r/.seaworthy.yaml');
        await configurations.for('/r/pod.yaml');
      }
      return configurations;
    };
    await change(0);
    assert.ok((await growth(() => change(100))) < 2 * megabyte);
  });
});
