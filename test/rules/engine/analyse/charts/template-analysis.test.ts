import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chartWorkspace, podWith, reachable, toldAt } from '../../../../harness/chart.ts';

it('facts stand at their places in the template', () => {
  const pod = podWith(reachable).replace('name: web', 'name: {{ .Release.Name }}-web');
  const workspace = chartWorkspace({ 'templates/pod.yaml': pod });
  assert.deepEqual(
    toldAt(workspace, 'templates/pod.yaml', pod, true).filter((told) => told.startsWith('unisolated')),
    ['unisolated-ingress @ {{ .Release.Name }}-web'],
  );
});

it('an ignore of a template hides what it stands above, and no other thing', () => {
  const ignore = '# seaworthy-ignore privileged-container: it has to';
  const own = ['  privileged: true', '  capabilities: { drop: [ALL] }'];
  const text = `${podWith('securityContext:', `  ${ignore}`, ...own)}---\n${podWith('securityContext:', ...own).replace('name: web', 'name: other')}`;
  const workspace = chartWorkspace({ 'templates/pod.yaml': text });
  assert.equal(toldAt(workspace, 'templates/pod.yaml', text).length, 1);
  assert.equal(
    workspace.findings('/w/shop/templates/pod.yaml').find(({ rule }) => rule === 'privileged-container')?.resource
      ?.name,
    'other',
  );
});
