import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Folder } from '../program.ts';

const dockerfile = 'FROM node:24-slim\nADD package.json ./\nCMD ["node", "server.js"]\n';

describe('seaworthy fix', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
    folder.write('Dockerfile', dockerfile);
  });
  afterEach(() => folder.remove());

  it('applies safe fixes alone', () => {
    const { status, out } = folder.run('fix');
    assert.deepEqual([status, out], [0, '1 finding fixed in 1 file.\n']);
    assert.equal(folder.read('Dockerfile'), dockerfile.replace('ADD', 'COPY'));
    assert.match(folder.run('fix').out, /Nothing to fix safely; --level review offers more/);
  });

  it('applies those to review when asked, and is done then', () => {
    folder.run('fix', '--level', 'review');
    assert.equal(
      folder.read('Dockerfile'),
      'FROM node:24-slim\nCOPY package.json ./\nUSER 1000:1000\nCMD ["node", "server.js"]\n',
    );
    assert.match(folder.run('fix', '--level', 'review').out, /Nothing to fix/);
  });

  it('applies those of one rule', () => {
    folder.run('fix', '--level', 'review', '--rule', 'missing-user');
    assert.equal(folder.read('Dockerfile'), dockerfile.replace('CMD', 'USER 1000:1000\nCMD'));
  });

  it('only shows what it would do', () => {
    assert.equal(folder.run('fix', '--dry-run').out, '1 finding would be fixed in 1 file.\n');
    assert.equal(
      folder.run('fix', '--diff').out,
      '--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,3 +1,3 @@\n FROM node:24-slim\n-ADD package.json ./\n+COPY package.json ./\n CMD ["node", "server.js"]\n',
    );
    assert.equal(folder.read('Dockerfile'), dockerfile);
  });

  it('keeps line endings and every byte it need not touch', () => {
    folder.write('Dockerfile', '\uFEFFFROM node:24-slim\r\nADD  a.sh   #no.sh /comment/\r\n');
    folder.run('fix');
    assert.equal(folder.read('Dockerfile'), '\uFEFFFROM node:24-slim\r\nCOPY  a.sh   #no.sh /comment/\r\n');
  });

  it('creates documents only for a rule that is named', () => {
    folder.write(
      'pod.yaml',
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n',
    );
    folder.run('fix', 'pod.yaml', '--level', 'review');
    assert.doesNotMatch(folder.read('pod.yaml'), /NetworkPolicy/);
    folder.run('fix', 'pod.yaml', '--level', 'review', '--rule', 'missing-default-deny');
    assert.match(folder.read('pod.yaml'), /---\napiVersion: networking\.k8s\.io\/v1\nkind: NetworkPolicy/);
  });

  it('adds files only for a rule that is named, where there is none of that name', () => {
    const copying = 'FROM node:24-slim\nCOPY . /app\nUSER 1000\n';
    folder.write('Dockerfile', copying);
    folder.run('fix', '--level', 'review');
    assert.throws(() => folder.read('Dockerfile.dockerignore'));
    const named = ['fix', '--level', 'review', '--rule', 'missing-dockerignore'];
    assert.equal(folder.run(...named, '--dry-run').out, '1 finding would be fixed in 1 file.\n');
    assert.match(folder.run(...named, '--diff').out, /\+\+\+ b\/Dockerfile\.dockerignore\n@@ -0,0 \+1,4 @@\n\+\.git\n/);
    assert.throws(() => folder.read('Dockerfile.dockerignore'));
    assert.match(folder.run('fix', '--rule', 'missing-dockerignore').out, /Nothing to fix safely/);
    assert.equal(folder.run(...named).out, '1 finding fixed in 1 file.\n');
    assert.equal(folder.read('Dockerfile.dockerignore'), '.git\n.env*\n*.pem\n*.key\n');
    assert.equal(folder.read('Dockerfile'), copying);
    assert.match(folder.run(...named).out, /Nothing to fix/);
  });
});
