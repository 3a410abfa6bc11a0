import assert from 'node:assert/strict';
import { it } from 'node:test';
import { found } from '../../../harness/recommended.ts';

const literals = (...lines: readonly string[]): readonly string[] =>
  found(
    'kustomization.yaml',
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nconfigMapGenerator:\n  - name: shop\n    literals:\n${lines.map((line) => `      - ${line}\n`).join('')}`,
  ).filter((id) => id === 'secret-in-configmap');

it('a literal of a generator is judged by itself, and beside the name of a Secret as the key of one', () => {
  assert.equal(literals('DB_PASSWORD=f7Kq29xLw0', 'COLOR=blue').length, 1);
  assert.equal(literals('SECRET_KEY=shared-web').length, 1);
  assert.equal(literals('SECRET_NAME=web-db', 'CNPG_SECRET_KEY=shared-web').length, 0);
  assert.equal(literals('SECRET_NAME=web-db', 'CNPG_SECRET_KEY=hD8fk2Lq9sPz7Tn3Vx5B').length, 1);
});
