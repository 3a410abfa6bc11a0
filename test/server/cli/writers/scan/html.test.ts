import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { obeyed } from './formats.ts';
import { sample } from './sample.ts';

it('a report holds every finding, runs its own script alone and loads nothing', () => {
  const folder = sample();
  const { findings } = folder.run('scan', '--format', 'json').json();
  const { out } = folder.run('scan', '--format', 'html');
  folder.remove();
  assert.doesNotMatch(out, obeyed);
  const table = out.slice(out.indexOf('<div id="findings">'));
  assert.equal(table.slice(0, table.indexOf('</table>')).match(/<tr>/g)?.length, findings.length + 1);
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(out) ?? [];
  for (const tag of ['script', 'style']) {
    const texts = [...out.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) => text);
    assert.equal(texts.length, 1);
    const hash = createHash('sha256')
      .update(texts[0] ?? '')
      .digest('base64');
    assert.ok(policy.includes(`${tag}-src 'sha256-${hash}'`), tag);
  }
  assert.match(policy, /^default-src 'none'/);
  assert.doesNotMatch(out, /\b(?:src|href)=|@import|url\(/);
  assert.doesNotMatch(out, /<x y=/, 'a name is text');
});
