import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ListedFinding } from '../../../../server/protocol.ts';
import { Client } from '../client.ts';
import { bare, privileged } from '../texts.ts';

const list = async (client: Client): Promise<readonly ListedFinding[]> =>
  (await client.request('seaworthy/findings', null)) as readonly ListedFinding[];
const files = (found: readonly ListedFinding[]): readonly string[] => [...new Set(found.map(({ uri }) => uri))].sort();

it('lists open documents and what scans were asked for, each finding once, and tells when that changes', async (t) => {
  const client = await Client.start({
    files: { 'shop/deploy/a.yaml': privileged, 'shop/deploy/b.yaml': bare, 'c.yaml': privileged },
    options: { listsFindings: true },
  });
  t.after(() => client.stop());
  assert.deepEqual(await list(client), []);

  const [a, b, c] = [client.uri('shop/deploy/a.yaml'), client.uri('shop/deploy/b.yaml'), client.uri('shop/c.yaml')];
  client.open(c, bare);
  await client.diagnostics(c);
  await client.until(() => client.notifications.some(({ method }) => method === 'seaworthy/findingsChanged'));
  const open = await list(client);
  assert.deepEqual(files(open), [c]);
  // A group is taken apart.
  assert.ok(open.filter(({ rule }) => rule === 'seccomp-unset' || rule === 'undropped-capabilities').length === 2);

  await client.request('workspace/executeCommand', {
    command: 'seaworthy.server.scan',
    arguments: [client.uri('shop/deploy')],
  });
  const scanned = await list(client);
  assert.deepEqual(files(scanned), [a, b, c].sort());
  const [worst] = scanned.filter(({ uri, rule }) => uri === a && rule === 'privileged-container');
  assert.equal(worst?.severity, 'high');
  assert.deepEqual(worst?.resource, { kind: 'Pod', name: 'web' });
  assert.ok(worst?.frameworks.includes('pss-baseline') && worst.frameworks.includes('pss-restricted'));
  assert.equal(new Set(scanned.map(({ fingerprint }) => fingerprint)).size, scanned.length);
});

it('is not told to clients that do not list findings', async (t) => {
  const client = await Client.start({ files: { 'a.yaml': privileged } });
  t.after(() => client.stop());
  const uri = client.uri('shop/a.yaml');
  client.open(uri, privileged);
  await client.diagnostics(uri);
  await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
  assert.ok(client.notifications.every(({ method }) => method !== 'seaworthy/findingsChanged'));
});
