import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InlayHint } from 'vscode-languageserver';
import { Client } from '../client.ts';

const text = 'FROM alpine:3.22\nRUN x\n';

describe('hints', () => {
  const hints = async (settings: object, lines: readonly [number, number]): Promise<readonly InlayHint[]> => {
    const client = await Client.start({ settings: () => settings });
    const uri = client.uri('shop/Dockerfile');
    client.open(uri, text);
    const [start, end] = lines.map((line) => ({ line, character: 0 }));
    const found = await client.request('textDocument/inlayHint', { textDocument: { uri }, range: { start, end } });
    await client.stop();
    return found as InlayHint[];
  };

  it('stand behind what they speak of, in the range that is asked for', async () => {
    const [hint, ...others] = await hints({ inlayHints: true }, [0, 2]);
    assert.deepEqual(others, []);
    assert.deepEqual(hint, {
      position: { line: 0, character: 16 },
      label: 'root',
      tooltip: 'No USER says otherwise.',
      paddingLeft: true,
    });
    assert.deepEqual(await hints({ inlayHints: true }, [1, 2]), []);
  });

  it('are off unless somebody asks for them', async () => assert.deepEqual(await hints({}, [0, 2]), []));
});
