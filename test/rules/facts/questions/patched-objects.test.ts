import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';

/** Findings of patches for nothing. */
function dangling(files: Readonly<Record<string, string>>): readonly string[] {
  const workspace = new Workspace(rules.filter(({ id }) => id === 'dangling-patch'));
  const settings = { ...defaultSettings, profile: 'all' } as const;
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, settings);
  workspace.complete = true;
  workspace.refresh();
  return Object.keys(files).flatMap((path) => workspace.findings(path).map(({ message }) => message));
}

const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const patch = "patches: [{target: {kind: Pod}, patch: '[]'}]\n";

describe('what a kustomization takes in', () => {
  it('costs no more than there is, in however many ways it is taken in', () => {
    const files: Record<string, string> = {
      'f0/kustomization.yaml': 'resources: [a.yaml]\n',
      'f0/a.yaml': settings,
    };
    for (let level = 1; level < 40; level++) {
      files[`f${level}/kustomization.yaml`] = `resources: [../f${level}a, ../f${level}b]\n${patch}`;
      for (const side of ['a', 'b']) files[`f${level}${side}/kustomization.yaml`] = `resources: [../f${level - 1}]\n`;
    }
    // Levels that are nested too deeply are not known.
    assert.ok(dangling(files).length >= 20);
  });

  it('is not known where it takes in itself', () =>
    assert.deepEqual(
      dangling({
        'a/kustomization.yaml': `resources: [../b, a.yaml]\n${patch}`,
        'a/a.yaml': settings,
        'b/kustomization.yaml': `resources: [../a]\n${patch}`,
      }),
      [],
    ));
});
