import assert from 'node:assert/strict';
import { it } from 'node:test';
import { programThatNeeds } from '../../../../rules/model/program/needs.ts';
import { resource } from './read.ts';

/** The program of a container's lines that has to be root at first. */
const needsRoot = (apiVersion: string, kind: string, spec: string): string | undefined => {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec:\n${spec.replace(/^(?=.)/gm, '  ')}`;
  const [container] = resource(text).pods.flatMap(({ containers }) => containers);
  assert.ok(container, text);
  return programThatNeeds(container.program, 'root at start');
};

it('names its programs wherever the container is told to run them', () => {
  const inPod = (lines: string): string | undefined =>
    needsRoot('v1', 'Pod', `containers:\n  - name: a\n    image: registry.example.com/a:1\n    ${lines}\n`);
  assert.equal(inPod('command: [sh, -c, "apt-get install curl"]'), 'apt-get');
  assert.equal(inPod('args: [gosu, app, run]'), 'gosu');
  assert.equal(inPod('lifecycle: {postStart: {exec: {command: [sh, -c, "apk add curl"]}}}'), 'apk');
  assert.equal(inPod('command: [run]'), undefined);
  assert.equal(
    needsRoot('tekton.dev/v1', 'Task', 'steps:\n  - name: a\n    image: i:1\n    script: apk add curl\n'),
    'apk',
  );
  assert.equal(
    needsRoot(
      'argoproj.io/v1alpha1',
      'Workflow',
      'templates:\n  - name: a\n    script:\n      image: i:1\n      command: [sh]\n      source: |\n        yum install curl\n',
    ),
    'yum',
  );
});
