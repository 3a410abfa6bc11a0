import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chartWorkspace } from '../../../../harness/chart.ts';

const head = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}\n';

/** Each finding on a secret, as severity, file, text and message. */
function told(template: string, values: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const files = { 'templates/secret.yaml': head + template, 'values.yaml': values, ...more };
  const workspace = chartWorkspace(files);
  return Object.entries(files).flatMap(([path, text]) =>
    workspace
      .findings(`/w/shop/${path}`)
      .filter(({ rule }) => rule === 'committed-secret')
      .map(
        ({ severity, span, message }) =>
          `${severity} ${path} ${text.slice(span.start, span.end)}${/ \(.*\)/.exec(message)?.[0] ?? ''}`,
      ),
  );
}

it('a secret that a template changes is told at the default that it has', () => {
  const template = 'data:\n  password: {{ .Values.db.password | b64enc | quote }}\n';
  assert.deepEqual(told(template, 'db: { password: correct-horse }\n'), [
    'medium values.yaml correct-horse (by the default of db.password)',
  ]);
});

it('a secret that is printed as it is, too', () =>
  assert.deepEqual(told('stringData:\n  password: {{ .Values.password }}\n', 'password: correct-horse\n'), [
    'medium values.yaml correct-horse (by the default of password)',
  ]));

it('in a text of several values, at the one that is called a secret', () => {
  const template =
    'stringData:\n  .pgpass: |\n    {{- range .Values.hosts }}\n    {{ .host }}:5432:*:{{ .user }}:{{ .userPassword }}\n    {{- end }}\n';
  const hosts = (password: string): string =>
    `hosts:\n  - { host: db, user: shop, userPassword: ${password} }\n  - { host: db2, user: shop, userPassword: other-horse }\n`;
  assert.deepEqual(told(template, hosts('correct-horse')), [
    'medium values.yaml correct-horse (by the default of hosts.0.userPassword)',
  ]);
  assert.deepEqual(told(template, hosts('changeme')), [
    'medium values.yaml other-horse (by the default of hosts.1.userPassword)',
  ]);
});

it('what waits to be set is none', () =>
  assert.deepEqual(
    told('stringData:\n  .pgpass: "db:5432:*:shop:{{ .Values.password }}"\n', 'password: changeme\n'),
    [],
  ));

it('a generated default weighs as much as any secret', () =>
  assert.deepEqual(told('data:\n  token: {{ .Values.token | b64enc }}\n', 'token: q8Zr2Lx0Vn5Kt7Wd3Yb1\n'), [
    'high values.yaml q8Zr2Lx0Vn5Kt7Wd3Yb1 (by the default of token)',
  ]));

it('the values of a release are no default', () =>
  assert.deepEqual(
    told('data:\n  password: {{ .Values.password | b64enc }}\n', 'password: ""\n', {
      'values-prod.yaml': 'password: correct-horse\n',
    }),
    ['high values-prod.yaml correct-horse (with values-prod.yaml)'],
  ));

it('what the template itself says is told there', () =>
  assert.deepEqual(told('stringData:\n  password: correct-horse\n', 'name: web\n'), [
    'high templates/secret.yaml correct-horse',
  ]));
