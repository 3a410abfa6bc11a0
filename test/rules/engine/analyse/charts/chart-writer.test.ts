import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../../rules/text/edit.ts';
import { chartWorkspace, podWith } from '../../../../harness/chart.ts';

/** What the first fix of a rule's finding makes, as the file and its text; or why there is none. */
function fixed(files: Readonly<Record<string, string>>, path: string, rule: string): string {
  const workspace = chartWorkspace(files);
  const found = workspace.findings(`/w/shop/${path}`).find((finding) => finding.rule === rule);
  assert.ok(found !== undefined, `${rule} in ${path}`);
  const [fix] = workspace.fixes(found);
  if (fix === undefined || !('edits' in fix)) return fix?.refused ?? 'none';
  const name = fix.path?.slice('/w/shop/'.length) ?? path;
  return `${name}\n${applyEdits(files[name] ?? '', fix.edits)}`;
}

const safe = ['  allowPrivilegeEscalation: false', '  capabilities: { drop: [ALL] }'];

describe('a fix of a chart', () => {
  it('writes literal text of the template, and keeps its actions', () => {
    const pod = podWith('securityContext:', '  privileged: true # {{ .Chart.Name }}', ...safe.slice(1));
    const made = fixed({ 'templates/pod.yaml': pod }, 'templates/pod.yaml', 'privileged-container');
    assert.equal(made, `templates/pod.yaml\n${pod.replace('privileged: true', 'privileged: false')}`);
  });

  it('writes the value that decides, with the comments around it', () => {
    const values = '# Whether it may.\nprivileged: true # yes\nother: 1\n';
    const pod = podWith('securityContext:', '  privileged: {{ .Values.privileged }}', ...safe.slice(1));
    const made = fixed({ 'templates/pod.yaml': pod, 'values.yaml': values }, 'values.yaml', 'privileged-container');
    assert.equal(made, `values.yaml\n${values.replace('true', 'false')}`);
  });

  it('fills the map that toYaml prints, empty or not', () => {
    const pod = podWith('securityContext:', '  {{- toYaml .Values.web.securityContext | nindent 8 }}');
    for (const [before, after] of [
      ['securityContext: {}', 'securityContext:\n    allowPrivilegeEscalation: false'],
      [
        'securityContext:\n    readOnlyRootFilesystem: true # kept',
        'securityContext:\n    readOnlyRootFilesystem: true # kept\n    allowPrivilegeEscalation: false',
      ],
    ]) {
      const files = { 'templates/pod.yaml': pod, 'values.yaml': `web:\n  ${before}\n` };
      assert.equal(fixed(files, 'templates/pod.yaml', 'privilege-escalation'), `values.yaml\nweb:\n  ${after}\n`);
    }
  });

  it('fills the map that switches its own key on', () => {
    const pod = podWith(
      '{{- with .Values.securityContext }}',
      'securityContext:',
      '  {{- toYaml . | nindent 8 }}',
      '{{- end }}',
    );
    const files = { 'templates/pod.yaml': pod, 'values.yaml': 'securityContext: {}\n' };
    assert.equal(
      fixed(files, 'templates/pod.yaml', 'privilege-escalation'),
      'values.yaml\nsecurityContext:\n  allowPrivilegeEscalation: false\n',
    );
  });

  it('fills the value of its own that a container asks for before the one of all', () => {
    for (const pipe of [
      '.Values.web.securityContext | default .Values.securityContext',
      'default $.Values.securityContext $.Values.web.securityContext',
      '(coalesce .Values.web.securityContext .Values.securityContext)',
    ]) {
      const pod = podWith(`{{- with ${pipe} }}`, 'securityContext:', '  {{- toYaml . | nindent 8 }}', '{{- end }}');
      const values = 'securityContext: {}\nweb:\n  securityContext: {} # its own\n  note: "{{ .Release.Name }}"\n';
      assert.equal(
        fixed({ 'templates/pod.yaml': pod, 'values.yaml': values }, 'templates/pod.yaml', 'privilege-escalation'),
        `values.yaml\n${values.replace('{} # its own', '# its own\n    allowPrivilegeEscalation: false')}`,
      );
    }
  });

  it('is offered beside what is unknown', () => {
    const pod = podWith('env: [{ name: A, value: {{ include "of.nobody" . }} }]', 'tty: true');
    const made = fixed({ 'templates/pod.yaml': pod }, 'templates/pod.yaml', 'privilege-escalation');
    assert.equal(
      made,
      `templates/pod.yaml\n${pod.replace('tty: true', 'tty: true\n      securityContext:\n        allowPrivilegeEscalation: false')}`,
    );
  });

  it('adds lines to a literal container', () => {
    const pod = podWith('ports: [{ containerPort: {{ .Values.port }} }]');
    const files = { 'templates/pod.yaml': pod, 'values.yaml': 'port: 80\n' };
    const made = fixed(files, 'templates/pod.yaml', 'privilege-escalation');
    assert.match(made, /\n {6}securityContext:\n {8}allowPrivilegeEscalation: false\n/);
    assert.match(made, /\{\{ \.Values\.port \}\}/);
  });

  it('hardens a container in one step, in the values', () => {
    const values = 'securityContext: {}\n';
    const pod = podWith('securityContext: {{- toYaml .Values.securityContext | nindent 8 }}');
    const workspace = chartWorkspace({ 'templates/pod.yaml': pod, 'values.yaml': values });
    const [first] = workspace.findings('/w/shop/templates/pod.yaml').filter(({ absent }) => absent);
    assert.ok(first !== undefined);
    const step = workspace.harden(first, false);
    assert.ok(step !== undefined && 'edits' in step);
    assert.match(step.title, /in values\.yaml/);
    assert.match(
      applyEdits(values, step.edits),
      /^securityContext:\n {2}allowPrivilegeEscalation: false\n {2}capabilities:\n/,
    );
  });
});

describe('no fix of a chart', () => {
  it('touches what an action works out', () => {
    const pod = podWith('securityContext:', '  privileged: {{ not .Values.tame }}', ...safe.slice(1));
    const files = { 'templates/pod.yaml': pod, 'values.yaml': 'tame: false\n' };
    assert.match(fixed(files, 'templates/pod.yaml', 'privileged-container'), /works this value out/);
  });

  it('writes a value that other things hang on', () => {
    const pod = podWith('securityContext:', '  privileged: {{ .Values.all }}', ...safe.slice(1));
    const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { all: "{{ .Values.all }}" }\n';
    const files = { 'templates/pod.yaml': pod, 'templates/map.yaml': other, 'values.yaml': 'all: true\n' };
    assert.match(fixed(files, 'values.yaml', 'privileged-container'), /for other things, too/);
  });

  it('writes a key that the template writes with other values', () => {
    const pod = podWith('{{- if .Values.hard }}', 'securityContext: { allowPrivilegeEscalation: false }', '{{- end }}');
    const files = { 'templates/pod.yaml': pod, 'values.yaml': 'hard: false\n' };
    assert.match(fixed(files, 'templates/pod.yaml', 'privilege-escalation'), /other values|for other things|An action/);
  });

  it('writes into values that are encrypted', () => {
    const values = 'privileged: true\nsops:\n  mac: ENC[AES256_GCM,data:x]\n';
    const pod = podWith('securityContext:', '  privileged: {{ .Values.privileged }}', ...safe.slice(1));
    const files = { 'templates/pod.yaml': pod, 'values.yaml': values };
    assert.match(fixed(files, 'values.yaml', 'privileged-container'), /encrypted/);
  });
});
