import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chartWorkspace, podWith } from '../../../harness/chart.ts';

const values = `# Of the container.
securityContext: {}
  # privileged: false
debug: true # for now
`;
const pod = podWith(
  'stdin: {{ .Values.debug }}',
  'securityContext:',
  '  {{- toYaml .Values.securityContext | nindent 8 }}',
);
const files = { 'values.yaml': values, 'templates/pod.yaml': pod };

const paths = ['/w/shop/templates/pod.yaml', '/w/shop/values.yaml'];

it('writes what other files are told of into the file that decides, one after the other', () => {
  const workspace = chartWorkspace(files);
  const fixed = workspace.fixAll('/w/shop/values.yaml', 'review');
  const [head, ...rest] = values.split('{}');
  assert.equal(
    fixed?.text,
    `${head?.trimEnd()}\n  allowPrivilegeEscalation: false\n  capabilities:\n    drop:\n      - ALL${rest.join('{}')}`,
  );
  assert.deepEqual(new Set(fixed?.applied.map(({ path }) => path)), new Set(['/w/shop/templates/pod.yaml']));
  assert.equal(workspace.fixAll('/w/shop/templates/pod.yaml', 'review'), undefined, 'nothing of it stands there');
});

it('keeps to the rules that are named', () => {
  const fixed = chartWorkspace(files).fixAll('/w/shop/values.yaml', 'review', new Set(['undropped-capabilities']));
  assert.deepEqual(
    fixed?.applied.map(({ rule }) => rule),
    ['undropped-capabilities'],
  );
});

it('fixes the files of a chart together', () => {
  const own = {
    ...files,
    'templates/pod.yaml': `${pod.replace('web:1.2.3', 'web:1.2.3 # {{ .Chart.Name }}')}  hostPID: false\n`,
  };
  const fixing = chartWorkspace(own).fixingFiles(paths, 'review');
  let step = fixing.next();
  while (step.done !== true) step = fixing.next();
  assert.deepEqual([...step.value.keys()], ['/w/shop/values.yaml']);
  assert.equal(step.value.get('/w/shop/values.yaml')?.applied.length, 2);
});

it('fixes what is no part of what is rendered as ever', () => {
  const plain =
    'apiVersion: v1\nkind: Pod\nmetadata: { name: x }\nspec:\n  containers:\n    - { name: x, image: "x:1" }\n';
  const workspace = chartWorkspace({ ...files, 'other/pod.yaml': plain });
  const fixed = workspace.fixAll('/w/shop/other/pod.yaml', 'review');
  assert.match(fixed?.text ?? '', /allowPrivilegeEscalation: false/);
});
