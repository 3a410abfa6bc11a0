import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interpolated, unknownValue } from '../../../../rules/model/compose/variables.ts';

describe('variables of a Compose file', () => {
  const environment = new Map([
    ['SET', '/srv'],
    ['EMPTY', ''],
  ]);
  const is = (text: string, expected: string): void => assert.equal(interpolated(text, environment), expected, text);

  it('are replaced by what is set', () => {
    is('$SET/a:${SET}', '/srv/a:/srv');
    is('no variable', 'no variable');
    is('$$SET ${SET}', '$SET /srv');
  });
  it('fall back on the default that is written, to any depth that people write', () => {
    is('${OTHER:-/a}', '/a');
    is('${OTHER-/a}', '/a');
    is('${EMPTY:-/a}', '/a');
    is('${EMPTY-/a}', '');
    is('${OTHER:-${MORE:-${SET}}}', '/srv');
    is('${SET:+/b}', '/b');
  });
  it('are unknown otherwise', () => {
    is('${OTHER}/a', `${unknownValue}/a`);
    is('${OTHER:?set it}', unknownValue);
    is('${OTHER+/b}', unknownValue);
    is('${', unknownValue);
    is('$', '$');
    assert.ok(interpolated(`${'${A:-'.repeat(40)}x${'}'.repeat(40)}`, environment).includes(unknownValue));
  });
});
