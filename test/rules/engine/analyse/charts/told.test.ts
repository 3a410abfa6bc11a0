import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartWorkspace, podWith, toldAt } from '../../../../harness/chart.ts';

const hardened =
  'allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault }, runAsNonRoot: true, runAsUser: 10001';
const pod = podWith('{{- with .Values.context }}', 'securityContext:', '  {{- toYaml . | nindent 8 }}', '{{- end }}');
const own = `context: { ${hardened} }\n`;

/** What is told of the template, as the rule and what stands there. */
function told(files: Readonly<Record<string, string>>): readonly string[] {
  const text = files['templates/pod.yaml'] ?? '';
  return toldAt(chartWorkspace(files), 'templates/pod.yaml', text).filter((one) =>
    /^(?:priv|under|undrop|secc)/.test(one),
  );
}

describe('what only values for trials leave out', () => {
  it('is theirs, where others show the same container', () => {
    const files = { 'templates/pod.yaml': pod, 'values.yaml': own, 'ci/a-values.yaml': 'context: ""\n' };
    assert.deepEqual(told(files), []);
  });

  it('counts of a container that nothing else shows', () => {
    const text = `{{ if .Values.extra }}\n${podWith('tty: true')}{{ end }}`;
    const files = { 'templates/pod.yaml': text, 'values.yaml': 'extra: false\n', 'ci/a-values.yaml': 'extra: true\n' };
    assert.ok(
      told(files).some((one) => one.startsWith('privilege-escalation') && one.endsWith('(with ci/a-values.yaml)')),
    );
  });

  it('counts with the names of all sets where another one leaves it out, too', () => {
    const files = {
      'templates/pod.yaml': pod,
      'values.yaml': own,
      'ci/a-values.yaml': 'context: ""\n',
      'values-prod.yaml': 'context: ""\n',
    };
    assert.ok(told(files).some((one) => one.endsWith('(with ci/a-values.yaml and 1 more)')));
  });
});

it('what a template works out of values for trials alone is theirs', () => {
  const secret =
    'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata:\n  password: {{ (include "all" . | fromYaml).password | b64enc | quote }}\n';
  const files = {
    'templates/_all.tpl': '{{ define "all" }}{{ toYaml .Values.db }}{{ end }}',
    'templates/secret.yaml': `{{ if .Values.db }}\n${secret}{{ end }}`,
  };
  const found = (values: Readonly<Record<string, string>>): number =>
    chartWorkspace({ ...files, ...values }).findings('/w/shop/templates/secret.yaml').length;
  assert.equal(found({ 'values.yaml': 'db: { password: Tr0ub4dor-x9Q }\n' }), 1);
  assert.equal(found({ 'ci/a-values.yaml': 'db: { password: Tr0ub4dor-x9Q }\n' }), 0);
});

it('OpenShift fills in what only its values leave out, and takes nothing back that they write', () => {
  const files = { 'templates/pod.yaml': pod, 'values.yaml': own };
  assert.deepEqual(told({ ...files, 'values.openshift.yaml': 'context: null\n' }), []);
  assert.notDeepEqual(told({ ...files, 'values-prod.yaml': 'context: null\n' }), []);
  const written = { ...files, 'values.openshift.yaml': 'context: { privileged: true }\n' };
  assert.equal(chartWorkspace(written).findings('/w/shop/values.openshift.yaml').length > 0, true);
});
