import assert from 'node:assert/strict';
import { it } from 'node:test';
import { compose, container, debian, dockerfile, pod, service, yaml } from '../../../rules/contract/example.ts';

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

it('a snippet with drawn findings is the text without them, be it a difference', () => {
  const drawn = container`
      stdin: true
      #      ^^^^ open-terminal 💡 "Keeps a terminal open"
    - tty: true
      #<--- open-terminal
      # ^ a comment of somebody
  `;
  const plain = container`
    stdin: true
    tty: true
    # ^ a comment of somebody
  `;
  assert.equal(drawn.text, plain.text);
  assert.equal(drawn.after, plain.text.replace(/ +tty: true\n/, ''));
  assert.match(drawn.drawing ?? '', /stdin: true\n {6}# {6}\^{4} open-terminal 💡/);
  assert.equal(plain.drawing, undefined);
});

it('a single line needs no line feeds', () => {
  assert.equal(
    debian`RUN make`.text,
    dockerfile`
    FROM debian:13-slim
    RUN make
  `.text,
  );
  assert.equal(
    service`privileged: true`.text,
    compose`
    services:
      web:
        image: nginx:1.29
        privileged: true
  `.text,
  );
  assert.equal(yaml``.text, '');
});

it('the first line may go where it begins at the column of the end', () => {
  const { text, after } = debian`
  - RUN make
    USER 1000
  `;
  assert.deepEqual([text, after], ['FROM debian:13-slim\nRUN make\nUSER 1000\n', 'FROM debian:13-slim\nUSER 1000\n']);
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
