import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings, secretOfLines } from '../../../../rules/model/secret/settings-text.ts';

describe('texts of settings', () => {
  it('are JSON, or lines that all look like settings', () => {
    const isSettings = (text: string): boolean => readSettings(text).isSettings;
    assert.equal(isSettings('{"a": [1, {"b": "c"}]}'), true);
    assert.equal(isSettings('# of the shop\n[log]\nlevel = info\n'), true);
    assert.equal(isSettings('log:\n  level: info\n  to:\n    - file\n'), true);
    assert.equal(isSettings('export USER_NAME="shop"\nexport LEVEL="info"\n'), true);
    assert.equal(isSettings('{"a": '), false);
    assert.equal(isSettings('level=info'), false);
    assert.equal(isSettings('shop:correct-horse\nbank:battery-staple'), false);
    assert.equal(isSettings('machine db login shop password correct\nmachine queue login shop password horse'), false);
  });

  it('hold a secret by its name or its shape, however deep it lies', () => {
    const kind = (text: string): string | undefined => readSettings(text).secret?.kind;
    assert.equal(kind('{"a": [{"dbPassword": "f7Kq29xLw0"}]}'), 'a password');
    assert.equal(kind('db:\n  - password: f7Kq29xLw0\n'), 'a password');
    assert.equal(kind('a=1\nurl=postgres://shop:f7Kq29xLw0@db/shop\n'), 'a password in an address');
    assert.equal(kind('{"default": "Server=db;Password=f7Kq29xLw0"}'), 'a password');
    assert.equal(kind('{"default": "Server=db;Password=${PASSWORD}"}'), undefined);
    assert.equal(kind(`${'['.repeat(20_000)}1${']'.repeat(20_000)}`), undefined);
  });

  it('may stand among other lines', () => {
    assert.equal(secretOfLines('run this:\n  export DB_PASSWORD=f7Kq29xLw0\n')?.kind, 'a password');
    assert.equal(secretOfLines('the password is a matter of its own\n'), undefined);
  });
});
