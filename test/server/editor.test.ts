/** What the extension starts, and how it tells the editor's agents of it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { Client as AgentClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { root } from '../../tools/root.ts';
import { isBuilt } from '../harness/programs.ts';
import { Client } from './lsp/client.ts';
import { privileged } from './lsp/texts.ts';

const program = isBuilt ? 'dist/server.cjs' : 'server/editor.ts';

it('is the language server', async (t) => {
  const client = await Client.start({ program });
  t.after(() => client.stop());
  const uri = client.uri('shop/a.yaml');
  client.open(uri, privileged);
  assert.ok((await client.diagnostics(uri)).some(({ code }) => code === 'privileged-container'));
});

it('has tools for agents', async (t) => {
  const client = new AgentClient({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [join(root, program), 'mcp'], stderr: 'inherit' }),
  );
  t.after(() => client.close());
  const { tools } = await client.listTools();
  assert.ok(tools.some(({ name }) => name === 'scan_text'));
  const { content } = await client.callTool({ name: 'explain_rule', arguments: { rule: 'missing-user' } });
  assert.match(JSON.stringify(content), /missing-user/);
});
