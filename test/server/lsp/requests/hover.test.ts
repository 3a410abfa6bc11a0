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

describe('the card of a key', () => {
  const keys = async (settings: object): Promise<readonly (string | undefined)[]> => {
    const client = await Client.start({ settings: () => settings });
    const uri = client.uri('shop/pod.yaml');
    client.open(uri, privileged);
    const { start } = rangeOf(privileged, 'true');
    const at = async (character: number): Promise<string | undefined> => {
      const hover = await client.request('textDocument/hover', {
        textDocument: { uri },
        position: { line: start.line, character },
      });
      return (hover as { contents: { value: string } } | null)?.contents.value;
    };
    const line = privileged.split('\n')[start.line] ?? '';
    const found = [await at(line.indexOf('privileged')), await at(start.character)];
    await client.stop();
    return found;
  };

  it('stands beside that of a finding, and not instead', async () => {
    const [key, value] = await keys({});
    assert.match(key ?? '', /Where it is not written:\* false/);
    assert.match(value ?? '', /\*\*Container is privileged\*\*/);
    assert.doesNotMatch(value ?? '', /Where it is not written/);
  });

  it('is not there when the setting says so, and what is found is', async () => {
    const [key, value] = await keys({ explainKeys: false });
    assert.equal(key, undefined);
    assert.match(value ?? '', /\*\*Container is privileged\*\*/);
  });
});
