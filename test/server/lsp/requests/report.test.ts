import assert from 'node:assert/strict';
import { it } from 'node:test';
import { entryOf, writeBaseline } from '../../../../server/host/baseline/entry.ts';
import { Client } from '../client.ts';
import { bare, privileged } from '../texts.ts';

const pageOf = async (client: Client): Promise<string> => (await client.request('seaworthy/report', null)) as string;

/** Places of the list of findings, with what they lead to. */
const places = (page: string): readonly string[] =>
  [...page.matchAll(/<a href="([^"]+)"><code>([^<]+)<\/code><\/a>/g)].map(([, link, name]) => `${name} ${link}`);

it('holds closed files and open documents as they are typed, with links to lines', async (t) => {
  const client = await Client.start({ files: { 'shop/a.yaml': privileged, 'shop/b.yaml': bare } });
  t.after(() => client.stop());
  const [a, b] = [client.uri('shop/a.yaml'), client.uri('shop/b.yaml')];
  const before = places(await pageOf(client));
  const line = privileged.split('\n').findIndex((text) => text.includes('privileged: true')) + 1;
  assert.ok(before.includes(`a.yaml:${line} ${a}#L${line}`), before.join('\n'));
  assert.ok(before.some((place) => place.endsWith(` ${b}#L${line}`) || place.startsWith('b.yaml:')));
  client.open(a, `# one more line\n${privileged}`);
  await client.diagnostics(a);
  assert.ok(places(await pageOf(client)).includes(`a.yaml:${line + 1} ${a}#L${line + 1}`));
});

it('names folders where there are several, and says what was not checked', async (t) => {
  const client = await Client.start({
    files: { 'shop/a.yaml': privileged, 'cart/b.yaml': privileged, 'cart/c.yaml': 'kind: Pod\napiVersion: v1\n\u0000' },
    folders: ['shop', 'cart'],
  });
  t.after(() => client.stop());
  const page = await pageOf(client);
  const names = new Set(places(page).map((place) => place.split(':')[0]));
  assert.deepEqual([...names].sort(), ['cart/b.yaml', 'shop/a.yaml']);
  assert.match(page, /<h2>Not checked<\/h2>[\s\S]*cart\/c\.yaml/);
});

it('tells of a baseline how many are known and how many were fixed', async (t) => {
  const resource = { kind: 'Pod', name: 'web' } as const;
  const known = (rule: string, place: string) => {
    const identity = { rule, file: 'a.yaml', resource, container: 'web', place };
    return entryOf({ rule, severity: 'high', identity: { ...identity, ordinal: 0 } });
  };
  const scan = await Client.start({ files: { 'shop/a.yaml': privileged }, options: { listsFindings: true } });
  const uri = scan.uri('shop/a.yaml');
  scan.open(uri, privileged);
  await scan.diagnostics(uri);
  const found = (await scan.request('seaworthy/findings', null)) as { fingerprint: string; rule: string }[];
  await scan.stop();
  const one = found.find(({ rule }) => rule === 'privileged-container');
  assert.ok(one !== undefined && found.length > 1);
  const entry = { ...known('privileged-container', ''), fingerprint: one.fingerprint };
  const baseline = writeBaseline({ commit: null, findings: [entry, known('host-network', 'gone')] });
  const client = await Client.start({
    files: { 'shop/a.yaml': privileged, 'shop/.seaworthy-baseline.json': baseline },
  });
  t.after(() => client.stop());
  const page = await pageOf(client);
  assert.match(
    page,
    new RegExp(`seaworthy-baseline.json</code>: ${found.length - 1} new findings?, 1 known and not shown, 1 fixed`),
  );
  assert.ok(!page.includes('<code>privileged-container</code>'));
});

it('is empty without a folder', async (t) => {
  const client = await Client.start({ folders: [] });
  t.after(() => client.stop());
  assert.equal(await pageOf(client), '');
});
