import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Folder } from '../program.ts';

const dockerfile = 'FROM node:24-slim\nADD package.json ./\nCMD ["node", "server.js"]\n';

/** A namespace of which all that runs in it is known, and talks with nobody. */
const closed =
  'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: worker\n  namespace: shop\nspec:\n  containers:\n    - name: worker\n      image: example.com/worker:1.0.0\n';

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
    folder.write('pod.yaml', closed);
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

  describe('with --own-file', () => {
    const namespace = closed;
    const own = ['fix', 'deploy', '--level', 'review', '--rule', 'missing-default-deny', '--own-file'];

    it('writes a policy into a file that the kustomization lists, too', () => {
      folder.write('deploy/shop.yaml', namespace);
      folder.write('deploy/kustomization.yaml', 'resources:\n- shop.yaml\n');
      assert.equal(folder.run(...own, '--dry-run').out, '1 finding would be fixed in 2 files.\n');
      const { out } = folder.run(...own, '--diff');
      assert.match(out, /\+\+\+ b\/deploy\/shop-network-policy\.yaml\n@@ -0,0/);
      assert.match(out, / - shop\.yaml\n\+- shop-network-policy\.yaml\n/);
      assert.throws(() => folder.read('deploy/shop-network-policy.yaml'));
      assert.equal(folder.run(...own).out, '1 finding fixed in 2 files.\n');
      assert.match(folder.read('deploy/shop-network-policy.yaml'), /^apiVersion: networking\.k8s\.io\/v1\n/);
      assert.equal(folder.read('deploy/kustomization.yaml'), 'resources:\n- shop.yaml\n- shop-network-policy.yaml\n');
      assert.equal(folder.read('deploy/shop.yaml'), namespace);
      assert.match(folder.run(...own).out, /Nothing to fix/);
    });

    it('adds nothing that it cannot list', () => {
      folder.write('deploy/shop.yaml', namespace);
      const shared = 'x-list: &all\n- shop.yaml\nresources: *all\n';
      folder.write('deploy/kustomization.yaml', shared);
      const { status, error } = folder.run(...own);
      assert.equal(status, 2);
      assert.match(error, /kustomization\.yaml is not written: /);
      assert.throws(() => folder.read('deploy/shop-network-policy.yaml'));
      assert.equal(folder.read('deploy/kustomization.yaml'), shared);
    });

    it('gives namesakes a file each, and leaves what is there', () => {
      folder.write('deploy/shop.yaml', `${namespace}---\n${namespace.replaceAll('shop', 'cart')}`);
      folder.write('deploy/shop-network-policy.yaml', 'mine: true\n');
      folder.run(...own);
      assert.match(folder.read('deploy/shop-network-policy-2.yaml'), /namespace: shop/);
      assert.match(folder.read('deploy/cart-network-policy.yaml'), /namespace: cart/);
      assert.equal(folder.read('deploy/shop-network-policy.yaml'), 'mine: true\n');
    });

    it('goes with a rule', () => {
      const { status, error } = folder.run('fix', '--own-file');
      assert.equal(status, 2);
      assert.match(error, /--own-file goes with --rule/);
    });
  });
});
