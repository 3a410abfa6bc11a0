import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isKustomizationName, readKustomization } from '../../../../rules/model/kustomize/kustomization.ts';
import { parseDocument } from '../../../../rules/yaml/parse.ts';

it('a kustomization is known by its name', () => {
  assert.deepEqual(
    ['a/kustomization.yaml', 'kustomization.yml', 'Kustomization', 'kustomize.yaml'].map(isKustomizationName),
    [true, true, true, false],
  );
});

it('its files are resolved; patches in place and addresses are no files', () => {
  const text =
    'namespace: shop\nresources: [a.yaml, ../base, "https://example.com/x?ref=v1"]\ncomponents: [../part]\npatchesStrategicMerge:\n  - p.yaml\n  - |\n    kind: X\npatches:\n  - path: q.yaml\n  - patch: "[]"\nsecretGenerator:\n  - name: api\ncommonLabels: {team: shop}\nlabels:\n  - pairs: {tier: web}\n    includeTemplates: true\n  - pairs: {owner: ann}\n';
  assert.deepEqual(readKustomization('/o/prod/kustomization.yaml', parseDocument(text)), {
    folder: '/o/prod',
    namespace: 'shop',
    resources: ['/o/prod/a.yaml', '/o/base', '/o/part'],
    components: ['/o/part'],
    changes:
      '{"patchesStrategicMerge":["p.yaml","kind: X\\n"],"patches":[{"path":"q.yaml"},{"patch":"[]"}],"namespace":"shop","labels":[{"pairs":{"tier":"web"},"includeTemplates":true},{"pairs":{"owner":"ann"}}],"commonLabels":{"team":"shop"}}',
    patches: ['/o/prod/p.yaml', '/o/prod/q.yaml'],
    edits: [
      { target: undefined, file: '/o/prod/p.yaml' },
      { target: undefined },
      { target: undefined, file: '/o/prod/q.yaml' },
      { target: undefined },
    ],
    selects: true,
    images: [],
    labels: { team: 'shop', tier: 'web' },
    generates: ['api'],
  });
});
