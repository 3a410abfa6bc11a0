import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../../../rules/engine/settings/settings.ts';
import { chartWorkspace, chartYaml, giveOf, podWith, reachable, toldAt } from '../../../../harness/chart.ts';

const safe = 'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }';

describe('findings of a chart', () => {
  it('stand at literal text of the template', () => {
    const pod = podWith(
      'securityContext:',
      '  privileged: true # {{ .Chart.Name }}',
      '  capabilities: { drop: [ALL] }',
    );
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod });
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod), ['privileged-container @ true']);
  });

  it('stand at the value in the values file that it is printed from', () => {
    const values = '# Whether it may.\nprivileged: true\n';
    const pod = podWith(
      'securityContext:',
      '  privileged: {{ .Values.privileged }}',
      '  capabilities: { drop: [ALL] }',
    );
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod, 'values.yaml': values });
    assert.deepEqual(toldAt(workspace, 'values.yaml', values), ['privileged-container @ true']);
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod), []);
    assert.equal(workspace.lines('/w/shop/values.yaml')?.positionAt(values.indexOf('true')).line, 1);
  });

  it('stand at the values that toYaml prints', () => {
    const values = 'securityContext:\n  privileged: true\n  capabilities: { drop: [ALL] }\n';
    const pod = podWith('securityContext: {{- toYaml .Values.securityContext | nindent 8 }}');
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod, 'values.yaml': values });
    assert.deepEqual(toldAt(workspace, 'values.yaml', values), ['privileged-container @ true']);
  });

  it('stand at the action where something works the value out', () => {
    const values = 'image: { name: nginx, tag: latest }\n';
    const pod = podWith(safe).replace('shop.example/web:1.2.3', '{{ .Values.image.name }}:{{ .Values.image.tag }}');
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod, 'values.yaml': values });
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod), [
      'image-tag-latest @ {{ .Values.image.name }}:{{ .Values.image.tag }}',
    ]);
  });

  it('stand at the line of the container for what it lacks', () => {
    const pod = podWith(safe).replace('- name: web', '- name: {{ .Chart.Name }}').replace('runAsNonRoot: true', '{}');
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod.replace('    {}\n', '') });
    const text = workspace.text('/w/shop/templates/pod.yaml') ?? '';
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', text), ['running-as-root @ name: {{ .Chart.Name }}']);
  });

  it('are one for all turns of a loop, and one for a part that several templates include', () => {
    const part = '{{ define "c" }}securityContext: { privileged: true, capabilities: { drop: [ALL] } }{{ end }}';
    const pod = `{{ range list 1 2 3 }}\n---\n${podWith('{{ include "c" $ }}').replace('name: web', 'name: web-{{ . }}')}{{ end }}`;
    const workspace = chartWorkspace({
      'templates/_parts.tpl': part,
      'templates/a.yaml': pod,
      'templates/b.yaml': pod,
    });
    assert.deepEqual(toldAt(workspace, 'templates/_parts.tpl', part), ['privileged-container @ true']);
  });

  it('say nothing of what an unknown value decides', () => {
    const pod = podWith('{{- toYaml (lookup "v1" "ConfigMap" "a" "b") | nindent 6 }}', 'securityContext: {}');
    const named = podWith('securityContext: { privileged: {{ randAlpha 3 }}, allowPrivilegeEscalation: false }');
    const workspace = chartWorkspace({ 'templates/a.yaml': pod, 'templates/b.yaml': named });
    assert.deepEqual(toldAt(workspace, 'templates/a.yaml', pod), []);
    assert.ok(!toldAt(workspace, 'templates/b.yaml', named).some((told) => told.startsWith('privileged')));
  });

  it('follow each file of the chart', () => {
    const pod = podWith(
      'securityContext:',
      '  privileged: {{ .Values.privileged }}',
      '  capabilities: { drop: [ALL] }',
    );
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod, 'values.yaml': 'privileged: false\n' });
    assert.deepEqual(workspace.findings('/w/shop/values.yaml'), []);
    giveOf(workspace, 'values.yaml', 'privileged: true\n');
    assert.deepEqual(toldAt(workspace, 'values.yaml', 'privileged: true\n'), ['privileged-container @ true']);
    assert.ok(workspace.refresh().has('/w/shop/values.yaml'));
    assert.equal(workspace.refresh().size, 0);
  });

  it('stay where they were while an action is typed', () => {
    const pod = podWith('securityContext:', '  privileged: true', '  capabilities: { drop: [ALL] }');
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod });
    const typed = `{{ if .Values.a\n${pod}`;
    giveOf(workspace, 'templates/pod.yaml', typed);
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', typed), ['privileged-container @ true']);
    assert.equal(workspace.state('/w/shop/templates/pod.yaml')?.kind, 'analysed');
  });

  it('are hidden by a comment of the template, wherever they stand', () => {
    const values = 'privileged: true\n';
    const why = '# seaworthy-ignore privileged-container: it has to';
    const pod = podWith(
      'securityContext:',
      `  ${why}`,
      '  privileged: {{ .Values.privileged }}',
      '  capabilities: { drop: [ALL] }',
    );
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod, 'values.yaml': values });
    assert.deepEqual(toldAt(workspace, 'values.yaml', values), []);
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod), []);
  });

  it('are hidden by a comment of the values file', () => {
    const values = '# seaworthy-ignore privileged-container: it has to\nprivileged: true\n';
    const pod = podWith(
      'securityContext:',
      '  privileged: {{ .Values.privileged }}',
      '  capabilities: { drop: [ALL] }',
    );
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod, 'values.yaml': values });
    assert.deepEqual(toldAt(workspace, 'values.yaml', values), []);
  });

  it('leave a copy as it was', () => {
    const pod = podWith('securityContext: { privileged: true, capabilities: { drop: [ALL] } }');
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod });
    const copy = workspace.fork();
    giveOf(copy, 'templates/pod.yaml', podWith(safe));
    assert.deepEqual(toldAt(copy, 'templates/pod.yaml', podWith(safe)), []);
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod), ['privileged-container @ true']);
  });
});

describe('a chart that is not as it should be', () => {
  it('says which template cannot be rendered, and judges the others', () => {
    const pod = podWith('securityContext: { privileged: true, capabilities: { drop: [ALL] } }');
    const workspace = chartWorkspace({ 'templates/a.yaml': '{{ fail "no" }}\nkind: Pod\n', 'templates/b.yaml': pod });
    const state = workspace.state('/w/shop/templates/a.yaml');
    assert.match(state?.kind === 'skipped' ? state.reason : '', /^Helm template: .*no/);
    assert.deepEqual(toldAt(workspace, 'templates/b.yaml', pod), ['privileged-container @ true']);
  });

  it('is read without the charts that it does not hold', () => {
    const pod = podWith('securityContext: { privileged: true, capabilities: { drop: [ALL] } }').replace(
      'name: web',
      'name: {{ include "common.name" . }}\n  labels: {{- include "common.labels" . | nindent 4 }}',
    );
    const workspace = chartWorkspace({
      'Chart.yaml':
        'apiVersion: v2\nname: shop\nversion: 0.1.0\ndependencies:\n  - name: common\n    version: 1.x\n    repository: https://charts.example\n',
      'templates/pod.yaml': pod,
    });
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod), ['privileged-container @ true']);
  });
});

describe('charts within a chart', () => {
  const pod = podWith('securityContext:', '  privileged: {{ .Values.privileged }}', '  capabilities: { drop: [ALL] }');
  const own = {
    'charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
    'charts/db/templates/pod.yaml': pod,
  };
  const named =
    'apiVersion: v2\nname: shop\nversion: 0.1.0\ndependencies:\n  - { name: db, version: 1.0.0, repository: "https://charts.example" }\n';

  it('are judged where they are a part of it', () => {
    const values = 'privileged: true\n';
    const workspace = chartWorkspace({ ...own, 'charts/db/values.yaml': values });
    assert.deepEqual(toldAt(workspace, 'charts/db/values.yaml', values), ['privileged-container @ true']);
  });

  it('that come from elsewhere are told of where the values of the chart decide', () => {
    const values = 'db:\n  privileged: true\n';
    const workspace = chartWorkspace({
      ...own,
      'Chart.yaml': named,
      'values.yaml': values,
      'charts/db/values.yaml': 'privileged: false\n',
    });
    assert.deepEqual(toldAt(workspace, 'values.yaml', values), ['privileged-container @ true']);
    const silent = chartWorkspace({ ...own, 'Chart.yaml': named, 'charts/db/values.yaml': 'privileged: true\n' });
    for (const path of silent.paths()) assert.deepEqual(silent.findings(path), [], path);
  });
});

describe('what the objects of a chart state', () => {
  const policy = (name: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name} }\nspec:\n  podSelector: {}\n  policyTypes: [Ingress, Egress]\n`;

  it('counts for each other, in any folder of it', () => {
    const pod = podWith(safe, reachable);
    const open = chartWorkspace({ 'templates/a/pod.yaml': pod });
    assert.deepEqual(toldAt(open, 'templates/a/pod.yaml', pod, true), ['unisolated-ingress @ web']);
    const closed = chartWorkspace({
      'templates/a/pod.yaml': pod,
      'templates/prod/policy.yaml': policy('{{ .Release.Name }}'),
    });
    assert.deepEqual(toldAt(closed, 'templates/a/pod.yaml', pod, true), []);
    assert.equal(closed.units('/w/shop/templates/a/pod.yaml').length, 1);
  });

  it('is not that of the chart beside it', () => {
    const pod = podWith(safe, reachable);
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod });
    workspace.charts.give('/w/other', [{ path: 'Chart.yaml', text: chartYaml.replace('shop', 'other') }]);
    workspace.update({ path: '/w/other/templates/pod.yaml', text: pod, inChart: true }, defaultSettings, {
      retain: true,
    });
    workspace.refresh();
    assert.equal(workspace.units('/w/other/templates/pod.yaml')[0]?.folder, '/w/other');
    assert.equal(workspace.units('/w/shop/templates/pod.yaml')[0]?.folder, '/w/shop');
  });

  it('follows the values', () => {
    const pod = podWith(safe, reachable);
    const files = {
      'templates/pod.yaml': pod,
      'templates/policy.yaml': `{{ if .Values.policy }}\n${policy('all')}{{ end }}`,
    };
    const workspace = chartWorkspace({ ...files, 'values.yaml': 'policy: true\n' });
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod, true), []);
    giveOf(workspace, 'values.yaml', 'policy: false\n');
    workspace.refresh();
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', pod, true), ['unisolated-ingress @ web']);
  });
});

describe('sets of values', () => {
  const pod = podWith('securityContext:', '  privileged: {{ .Values.privileged }}', '  capabilities: { drop: [ALL] }');

  it('of environments are told with their names', () => {
    const files = {
      'templates/pod.yaml': pod,
      'values.yaml': 'privileged: false\n',
      'values-prod.yaml': 'privileged: true\n',
    };
    const workspace = chartWorkspace(files);
    assert.deepEqual(toldAt(workspace, 'values-prod.yaml', files['values-prod.yaml']), [
      'privileged-container @ true (with values-prod.yaml)',
    ]);
    assert.deepEqual(toldAt(workspace, 'values.yaml', files['values.yaml']), []);
  });

  it('show what the default values switch off', () => {
    const text = `{{ if .Values.extra }}\n${podWith('securityContext: { privileged: true, capabilities: { drop: [ALL] } }')}{{ end }}`;
    const workspace = chartWorkspace({ 'templates/pod.yaml': text, 'ci/on-values.yaml': 'extra: true\n' });
    assert.deepEqual(toldAt(workspace, 'templates/pod.yaml', text), [
      'privileged-container @ true (with ci/on-values.yaml)',
    ]);
  });

  it('for trials say nothing of what stands in them', () => {
    const secret =
      'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  password: {{ .Values.password }}\n';
    const files = {
      'templates/secret.yaml': `{{ if .Values.password }}\n${secret}{{ end }}`,
      'ci/a-values.yaml': 'password: Tr0ub4dor-x9Q\n',
    };
    const workspace = chartWorkspace(files);
    for (const path of workspace.paths()) assert.deepEqual(workspace.findings(path), [], path);
    const installed = secret.replace('{{ .Values.password }}', 'Tr0ub4dor-x9Q');
    const beside = chartWorkspace({ ...files, 'ci/objects.yaml': installed });
    assert.deepEqual(beside.findings('/w/shop/ci/objects.yaml'), [], 'what is installed beside the chart');
    const own = chartWorkspace({ ...files, 'values.yaml': files['ci/a-values.yaml'] });
    assert.equal(own.findings('/w/shop/values.yaml').length, 1);
  });

  it('in which all is alike are not named', () => {
    const files = { 'templates/pod.yaml': pod, 'values.yaml': 'privileged: true\n', 'values-prod.yaml': 'a: 1\n' };
    assert.deepEqual(toldAt(chartWorkspace(files), 'values.yaml', files['values.yaml']), [
      'privileged-container @ true',
    ]);
  });
});

it('a chart says once which charts it lacks, until they are there', () => {
  const asking =
    'apiVersion: v2\nname: shop\nversion: 0.1.0\ndependencies: [{ name: db, version: 1.0.0, repository: "https://charts.example" }]\n';
  const files = { 'Chart.yaml': asking, 'templates/pod.yaml': podWith('securityContext: { privileged: true }') };
  const workspace = chartWorkspace(files);
  const reason = (): string | undefined => {
    const state = workspace.state('/w/shop/Chart.yaml');
    return state?.kind === 'skipped' ? state.reason : undefined;
  };
  assert.match(reason() ?? '', /^db is not in charts\/.*helm dependency build/);
  assert.deepEqual(workspace.charts.missing('/w/shop/templates/pod.yaml'), ['db']);
  assert.notDeepEqual(workspace.findings('/w/shop/templates/pod.yaml'), []);
  const db = { path: 'charts/db/Chart.yaml', text: 'apiVersion: v2\nname: db\nversion: 1.0.0\n' };
  workspace.charts.give('/w/shop', [...Object.entries(files).map(([path, text]) => ({ path, text })), db]);
  workspace.refresh();
  assert.equal(reason(), undefined);
});
