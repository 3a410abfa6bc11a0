import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Overlays } from '../../../../../rules/engine/analyse/units/overlays.ts';
import { readKustomization } from '../../../../../rules/model/kustomize/kustomization.ts';
import { Kustomizations } from '../../../../../rules/model/kustomize/kustomizations.ts';
import { parseDocument } from '../../../../../rules/yaml/parse.ts';

it('overlays of a file have what concerns it on each way, kept as long as it says the same', () => {
  const kustomizations = new Kustomizations();
  const overlays = new Overlays();
  const texts = new Map([['top/web.yaml', 'kind: Deployment\nmetadata: {name: dev-web}\n']]);
  const learn = (folder: string, text: string): void => {
    const file = `${folder}/kustomization.yaml`;
    kustomizations.learn(file, readKustomization(file, parseDocument(text)));
    overlays.forget();
  };
  learn('base', 'resources: [a.yaml]\nnamePrefix: dev-\n');
  learn('top', 'resources: [../base]\npatches: [{path: web.yaml}]\n');
  learn('other', 'resources: [../base]\n');
  const unit = (folder: string) => ({
    folder,
    files: new Set(['base/a.yaml', 'base/kustomization.yaml', `${folder}/kustomization.yaml`]),
  });
  const of = (name: string) =>
    overlays.of({ path: 'base/a.yaml', names: [name] }, [unit('top'), unit('other')], kustomizations, texts);
  assert.deepEqual(
    of('web').map(({ unit, steps }) => [unit, steps.map(({ isPatch }) => isPatch)]),
    [
      ['top', [false, true]],
      ['other', [false]],
    ],
  );
  assert.deepEqual(of('api'), [], 'nothing patches it');
  const before = of('web')[0]?.steps[1];
  overlays.forget();
  assert.equal(of('web')[0]?.steps[1], before);
  texts.set('top/web.yaml', 'kind: Deployment\nmetadata: {name: dev-web}\nspec: {}\n');
  overlays.forget();
  assert.notEqual(of('web')[0]?.steps[1], before);
});
