import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../../rules/catalog/index.ts';
import type { ResolvedEdit } from '../../../../../rules/engine/findings/finding.ts';
import { defaultSettings } from '../../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../../rules/engine/workspace.ts';
import { applyEdits } from '../../../../../rules/text/edit.ts';
import { documentsIn } from '../../../../harness/documents.ts';
import { readByAnother } from '../../../../harness/law.ts';
import { found } from '../../../../harness/recommended.ts';

const pod = (metadata: string): string => `apiVersion: v1
kind: Pod
metadata: ${metadata}
spec:
  containers:
  - name: cart
    image: example.com/cart:1.4.2
    env:
    - name: DB_PASSWORD
      value: correct-horse
`;
const sealed =
  'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: {name: other}\nspec: {encryptedData: {a: AgB}}\n';

/** The fixes of the secret in a text, by title, and what each makes of it. */
function fixesOf(text: string, others: readonly string[] = []): ReadonlyMap<string, string> {
  const workspace = new Workspace(rules);
  const settings = { ...defaultSettings, root: '/r' };
  for (const [i, other] of others.entries()) workspace.update({ path: `/r/${i}.yaml`, text: other }, settings);
  workspace.update({ path: '/r/pod.yaml', text }, settings, { retain: true });
  const finding = workspace.findings('/r/pod.yaml').find(({ rule }) => rule === 'literal-secret-in-env');
  assert.ok(finding);
  const fixes = workspace.fixes(finding).filter((fix): fix is ResolvedEdit => 'edits' in fix);
  return new Map(fixes.map(({ title, edits }) => [title, applyEdits(text, edits)]));
}

const kinds = (text: string): readonly unknown[] =>
  documentsIn(text)
    .map((one) => (readByAnother(one) as { readonly kind?: string }).kind ?? '')
    .sort();

interface Read {
  readonly kind: string;
  readonly metadata: unknown;
  readonly spec?: { readonly containers: readonly { readonly env: readonly unknown[] }[] };
}

describe('a secret that is read instead', () => {
  const text = pod('{name: cart, namespace: shop}');

  it('may come from what the files make Secrets with, or from a new one, under one name and key', () => {
    const made = [...fixesOf(text).values()];
    assert.deepEqual(made.map(kinds), [['Pod'], ['ExternalSecret', 'Pod'], ['Pod', 'Secret']]);
    assert.deepEqual([...fixesOf(text, [sealed]).values()].map(kinds)[1], ['Pod', 'SealedSecret']);
    for (const after of [...made.slice(1), [...fixesOf(text, [sealed]).values()][1] ?? '']) {
      assert.doesNotMatch(after, /correct-horse/);
      const objects = documentsIn(after).map(readByAnother) as never as readonly Read[];
      const from = objects.find(({ kind }) => kind === 'Pod');
      const object = objects.find(({ kind }) => kind !== 'Pod');
      const secretKeyRef = { name: 'cart-db-password', key: 'DB_PASSWORD' };
      assert.deepEqual(from?.spec?.containers[0]?.env, [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef } }]);
      assert.deepEqual(object?.metadata, { name: 'cart-db-password', namespace: 'shop' });
    }
  });

  it('leaves the words that wait for their values as the only new findings', () => {
    const before = found('pod.yaml', text, 'strict');
    for (const after of fixesOf(text).values()) {
      const left = found('pod.yaml', after, 'strict').filter((rule) => !before.includes(rule));
      assert.deepEqual([...new Set(left)], ['left-placeholder']);
    }
  });

  it('is a reference alone where no name can be made of that of the object', () => {
    for (const metadata of ['{generateName: cart-}', '{name: "{{ .Release.Name }}"}', '{name: Cart}'])
      assert.equal(fixesOf(pod(metadata)).size, 1, metadata);
  });
});
