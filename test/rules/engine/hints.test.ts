import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stableTags } from '../../../rules/data/stable-tags.ts';
import { hintsIn } from '../../../rules/engine/hints.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';

/** Hints of the first file, each behind the word that it stands behind. */
function hints(files: { readonly [path: string]: string }): readonly string[] {
  const workspace = new Workspace([]);
  for (const [path, text] of Object.entries(files))
    workspace.update({ path: `/r/${path}`, text, name: path }, { ...defaultSettings, root: '/r' }, { retain: true });
  workspace.stale();
  workspace.complete = true;
  workspace.refresh();
  const path = `/r/${Object.keys(files)[0]}`;
  return hintsIn(workspace, path).map(({ offset, text, because }) => {
    assert.match(because, /\.$/);
    const word = /[^\s"'{}]*["']?$/.exec(workspace.text(path)?.slice(0, offset) ?? '')?.[0];
    return `${word} ${text}`;
  });
}

const pod = (image: string, context = '', pods = ''): string => `# a pod
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  securityContext: {${pods}}
  containers:
  - name: web
    image: "${image}"
    securityContext: {${context}}
`;

describe('hints behind an image', () => {
  it('say whom it runs as, and where that comes from', () => {
    assert.deepEqual(hints({ 'a.yaml': pod('a:1', 'runAsUser: 5', 'runAsUser: 7') }), ['a:1" user 5']);
    assert.deepEqual(hints({ 'a.yaml': pod('a:1', '', 'runAsUser: 7') }), ['a:1" user 7']);
    assert.deepEqual(hints({ 'a.yaml': pod('nginx:1.29') }), ['nginx:1.29" root']);
    assert.deepEqual(hints({ 'a.yaml': pod('postgres:17') }), ['postgres:17" root, then postgres']);
    assert.deepEqual(hints({ 'a.yaml': pod('gcr.io/distroless/static-debian12:nonroot') }), [
      'gcr.io/distroless/static-debian12:nonroot" user 65532',
    ]);
    assert.deepEqual(hints({ 'a.yaml': pod('a:1') }), [], 'nobody knows');
    assert.deepEqual(hints({ 'a.yaml': pod('a:1', 'runAsUser: "{{ .Values.user }}"') }), [], 'nobody knows');
    assert.deepEqual(hints({ 'a.yaml': pod('example.com/cart:1'), 'cart/Dockerfile': 'FROM scratch\nUSER 9\n' }), [
      'example.com/cart:1" user 9',
    ]);
  });

  it('say which line to pin latest to, of images without a digest or another tag', () => {
    const { tag } = stableTags.get('nginx') ?? {};
    assert.deepEqual(hints({ 'a.yaml': pod('nginx') }), ['nginx" root', `nginx" line ${tag}`]);
    assert.deepEqual(hints({ 'a.yaml': pod('nginx:latest') }), ['nginx:latest" root', `nginx:latest" line ${tag}`]);
    assert.deepEqual(hints({ Dockerfile: 'FROM nginx AS a\nFROM nginx:1.29\nUSER 5\n' }), [`a line ${tag}`]);
  });

  it('say what kustomizations set, where they agree', () => {
    const files = (more: object): object => ({ 'a.yaml': pod('cart:1'), ...more });
    const overlay = (rest: string): string =>
      `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n${rest}`;
    const one = { 'kustomization.yaml': overlay('namespace: shop\nimages: [{name: cart, newTag: "7"}]\n') };
    assert.deepEqual(hints(files(one) as { [path: string]: string }), ['web in shop', 'cart:1" → cart:7']);
    const two = { 'b/kustomization.yaml': overlay('images: [{name: cart, newTag: "8"}]\n') };
    assert.deepEqual(hints(files({ ...one, ...two }) as { [path: string]: string }), ['web in shop']);
  });
});

describe('hints behind FROM', () => {
  it('say whom the image runs as when no USER does', () => {
    assert.deepEqual(
      hints({ Dockerfile: 'FROM node:24 AS build\nRUN make\nFROM alpine:3.22 \\\n  AS last\nRUN x\n' }),
      ['last root'],
    );
    assert.deepEqual(hints({ Dockerfile: 'FROM alpine:3.22\nUSER 5\n' }), []);
    assert.deepEqual(hints({ 'notes.txt': 'FROM alpine\n' }), []);
  });
});
