import assert from 'node:assert/strict';
import { it } from 'node:test';
import { container, pod, yaml } from '../../../rules/contract/example.ts';

it('a snippet with lines that go and come is what a fix finds and what it makes', () => {
  const found = pod`
    hostPID: true
    containers:
      - name: web
        image: nginx:1.29
        stdin: true
        tty: true
  `;
  const made = pod`
    hostPID: true
    containers:
      - name: web
        image: nginx:1.29
        stdin: false
  `;
  const difference = pod`
      hostPID: true
      containers:
        - name: web
          image: nginx:1.29
    -     stdin: true
    -     tty: true
    +     stdin: false
  `;
  assert.deepEqual(difference, { ...found, after: made.text });
});

it('items of a list are no lines that go', () => {
  assert.equal(
    container`
    args:
      - a
      - b
  `.after,
    undefined,
  );
  assert.equal(
    yaml`
    items:
    - a
  `.text,
    'items:\n- a\n',
  );
});
