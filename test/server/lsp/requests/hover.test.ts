import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Client } from '../client.ts';
import { privileged, rangeOf } from '../texts.ts';

describe('the card', () => {
  it('explains a finding offline, with a link to its page', async () => {
    const client = await Client.start();
    const uri = client.uri('shop/pod.yaml');
    client.open(uri, privileged);
    const hover = (await client.request('textDocument/hover', {
      textDocument: { uri },
      position: rangeOf(privileged, 'true').start,
    })) as { contents: { value: string } } | null;
    assert.match(hover?.contents.value ?? '', /\*\*Container is privileged\*\*/);
    assert.match(hover?.contents.value ?? '', /What to do:/);
    assert.match(hover?.contents.value ?? '', /command:seaworthy\.openRulePage\?/);
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
      null,
    );
    await client.stop();
  });
});
