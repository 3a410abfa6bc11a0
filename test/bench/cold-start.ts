/** From starting the bundled server to the first diagnostics of a document, over standard streams, as an editor without a cache sees it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../tools/root.ts';
import { workload } from './texts.ts';

/** @returns milliseconds. */
export function coldStart(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/server.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const uri = 'untitled:Untitled-1';
  send({
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } },
  });
  return new Promise((resolve, reject) => {
    let seen = '';
    let opened = false;
    child.on('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      if (!opened && seen.includes('"id":1')) {
        opened = true;
        send({ method: 'initialized', params: {} });
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'yaml', version: 1, text: workload(0, 100) } },
        });
        send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
      }
      if (!seen.includes('"id":2')) return;
      if (!seen.includes('seccomp-unset')) reject(new Error('the first answer holds no finding'));
      resolve(performance.now() - started);
      child.kill();
    });
  });
}
