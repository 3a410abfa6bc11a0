import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { rules } from '../../../../rules/catalog/index.ts';
import { secretIn } from '../../../../rules/model/secret/detect.ts';
import { hiddenStretches } from '../../../../rules/model/secret/hidden.ts';

/** The text as it may be shown. */
function shown(text: string): string {
  let [at, result] = [0, ''];
  for (const { start, end } of hiddenStretches(text)) {
    assert.ok(start >= at && end > start, 'in order, and none overlaps');
    result += `${text.slice(at, start)}***`;
    at = end;
  }
  return result + text.slice(at);
}

/** Values of a text that the models call secret, read by a reader that knows no lines. */
function secretsOf(text: string): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown, name: string | undefined, isHeld: boolean): void => {
    if (typeof value === 'string' && (isHeld || secretIn({ ...(name === undefined ? {} : { name }), value })))
      found.push(value);
    else if (Array.isArray(value)) for (const item of value) look(item, undefined, isHeld);
    else if (typeof value === 'object' && value !== null) {
      const map = value as { readonly [key: string]: unknown };
      const called = typeof map['name'] === 'string' ? map['name'] : undefined;
      const isSecret = map['kind'] === 'Secret';
      for (const [key, item] of Object.entries(map))
        look(item, key === 'value' ? called : key, isHeld || (isSecret && /^(?:data|stringData)$/.test(key)));
    }
  };
  for (const document of parseAllDocuments(text)) look(document.toJS(), undefined, false);
  return found;
}

describe('what is hidden of lines that people see', () => {
  it('is every secret of the examples of all rules', () => {
    let held = 0;
    for (const { examples } of rules)
      for (const { language, text } of [...examples.bad, ...examples.good]) {
        if (language !== 'yaml' && language !== 'compose') continue;
        const said = shown(text);
        for (const value of secretsOf(text))
          for (const line of value.split('\n').filter((part) => part.trim().length > 5)) {
            held++;
            assert.ok(!said.includes(line.trim()), `a secret shows in:\n${said}`);
          }
      }
    assert.ok(held > 8);
  });

  const hides = (name: string, text: string, expected: string): void => {
    it(name, () => assert.equal(shown(text), expected));
  };

  hides('a value behind a name', 'a: 1\npassword: hunter2\nb: 2\n', 'a: 1\npassword: ***\nb: 2\n');
  hides(
    'one in the line below its name',
    '- name: DB_PASSWORD\n  value: hunter2\n',
    '- name: DB_PASSWORD\n  value: ***\n',
  );
  hides(
    'one in the line above its name',
    '- value: hunter2\n  name: DB_PASSWORD\n',
    '- value: ***\n  name: DB_PASSWORD\n',
  );
  hides('a block', 'token: |\n  one\n  two\nc: 3\n', 'token: ***\n***\n***\nc: 3\n');
  hides('quotes over lines', 'token: "one\n  two"\nc: 3\n', 'token: ***\n***\nc: 3\n');
  hides('JSON', '{\n  "password": "hunter2",\n  "a": "b"\n}', '{\n  "password": ***\n  "a": "b"\n}');
  hides(
    'a word behind a flag',
    'args:\n  - --password\n  - hunter2\n  - -v\n',
    'args:\n  - --password\n  - ***\n  - -v\n',
  );
  hides(
    'all that a Secret holds',
    'kind: Secret\ndata:\n  a: Yg==\n  b: c\ntype: x\n',
    'kind: Secret\ndata:\n  a: ***\n  b: ***\ntype: x\n',
  );
  hides('all that a Secret in JSON holds', '{"kind": "Secret", "data": {"a": "Yg=="}}\n{}', '***\n{}');
  hides(
    'what a kustomization makes a Secret of',
    'secretGenerator:\n  - name: a\n    literals:\n      - x=y\n',
    'secretGenerator:\n  - name: ***\n    literals:\n      - x=***\n',
  );
  hides(
    'variables of a Dockerfile',
    'FROM a\nENV TOKEN=abc1234 B=c\nARG PASSWORD hunter2\r\n',
    'FROM a\nENV TOKEN=***\nARG PASSWORD ***\r\n',
  );
  hides(
    'lines that go on',
    'RUN login --password x1y2z3 \\\n  --user u\nUSER 1\n',
    'RUN login --password ***\n***\nUSER 1\n',
  );
  hides('what looks generated', 'a: b\nid: aB3dE5gH7jK9mN1pQ3sT5vW7yZ\n', 'a: b\nid: ***\n');
  hides('a whole line that is longer than people write', `a: b\nc: ${'d'.repeat(9000)}\n`, 'a: b\n***\n');
  hides('a whole text that is too long', 'a: b\n'.repeat(60_000), '***');

  for (const text of [
    'automountServiceAccountToken: false\nsecretName: web-tls\n',
    'valueFrom:\n  secretKeyRef:\n    name: db\n    key: password\n',
    'password: ${DB_PASSWORD}\ntoken: {{ .Values.token }}\n',
    'image: registry.example.com/web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
    'resources: ["secrets"]\nverbs: ["get"]\nkey: node-role\n',
    '- name: web\n  value: plain\n',
  ])
    hides(`and not ${text.split(':')[0]}`, text, text);
});
