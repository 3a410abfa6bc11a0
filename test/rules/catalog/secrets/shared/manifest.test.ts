import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decoded, isSecretOfSecret } from '../../../../../rules/catalog/secrets/shared/manifest.ts';

describe('a value of a Secret', () => {
  it('is secret unless it shows that it is not', () => {
    for (const [key, value] of [
      ['password', 'hunter2'],
      ['.dockerconfigjson', '{"auths":{"registry":{"auth":"c2hvcDpodW50ZXIy"}}}'],
      ['config.yaml', 'url: https://login.example.com\npassword: hunter2'],
      ['tls.key', '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIB3k'],
    ] as const) {
      assert.equal(isSecretOfSecret(key, value), true, key);
    }
  });

  it('may go along with one', () => {
    for (const [key, value] of [
      ['username', 'shop'],
      ['DB_HOST', 'db.shop.svc'],
      ['apiUsername', 'storage'],
      ['port', '5432'],
      ['ca.crt', '-----BEGIN CERTIFICATE-----\nMIIB'],
      ['id.pub', 'ssh-ed25519 AAAAC3Nz shop'],
      ['enabled', 'true'],
      ['password', '<path:secret/data/shop#password>'],
    ] as const) {
      assert.equal(isSecretOfSecret(key, value), false, key);
    }
  });
});

it('base64 is decoded, over several lines too; what is none stays', () => {
  assert.equal(decoded('aHVudGVyMg=='), 'hunter2');
  assert.equal(decoded('aHVu\ndGVyMg==\n'), 'hunter2');
  assert.equal(decoded('correct-horse'), 'correct-horse');
  assert.equal(decoded('abcde'), 'abcde');
});
