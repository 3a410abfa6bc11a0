import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typeFields } from '../../../../rules/data/field-table.ts';
import { securityKeys } from '../../../../rules/data/security-keys/index.ts';
import { instructionKeys } from '../../../../rules/data/security-keys/instructions.ts';

describe('the table of keys', () => {
  it('names fields that the API has, or kinds that it has no types of', () => {
    const isNotOurs = /^(?:(?:Validating|Mutating)WebhookConfiguration|PeerAuthentication)\.|^pod-security\./;
    const unknown = Object.keys(securityKeys).filter((name) => {
      const dot = name.lastIndexOf('.');
      const fields = typeFields[name.slice(0, dot)];
      return !isNotOurs.test(name) && !Object.hasOwn(fields ?? {}, name.slice(dot + 1));
    });
    assert.deepEqual(unknown, []);
  });

  it('says of each a whole sentence and a source, and the first version only where the API does not say', () => {
    for (const [name, { does, since, source }] of Object.entries({ ...securityKeys, ...instructionKeys })) {
      assert.match(does, /\.$/, name);
      assert.notEqual(source, '', name);
      const dot = name.lastIndexOf('.');
      const told = typeFields[name.slice(0, dot)]?.[name.slice(dot + 1)]?.includes('@') ?? false;
      assert.ok(!told || since === undefined, name);
    }
  });
});
