import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type CodeAction, DiagnosticSeverity, type Hover } from 'vscode-languageserver';
import { ImageScans } from '../../../../server/host/image-scans.ts';
import { ImageVerifications } from '../../../../server/host/image-verifications.ts';
import { Kept } from '../../../../server/host/own-folder.ts';
import { between } from '../../../../server/host/today.ts';
import type { VerifiedImage } from '../../../../server/protocol/images.ts';
import { clientCommands } from '../../../../server/protocol.ts';
import { type CosignPlay, FakeCosign } from '../../../harness/fake-cosign.ts';
import { type InProcess, startInProcess } from '../in-process.ts';

const fake = new FakeCosign();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-lsp-')));
after(() => {
  fake.remove();
  rmSync(folder, { recursive: true, force: true });
});
writeFileSync(
  join(folder, '.seaworthy.yaml'),
  'trust:\n  - {images: ["ghcr.io/acme/*"], identity: dev@example.com, issuer: "https://accounts.google.com"}\n',
);
const uri = `file://${folder}/Dockerfile`;
const at = (line: number) => ({ line, character: 10 });

async function start(play: CosignPlay): Promise<InProcess> {
  const server = await startInProcess({
    folder,
    commands: [clientCommands.verifyImage],
    images: {
      scans: (outside) =>
        new ImageScans({ environment: {}, outside, limit: 1000, kept: new Kept('scans', join(folder, 'cache')) }),
      verifications: (outside) =>
        new ImageVerifications({ environment: fake.environment(play), outside, limit: 20_000 }),
      now: () => '2026-11-28T12:00:00.000Z',
      between,
    },
  });
  server.open('Dockerfile', 'FROM ghcr.io/acme/web:1\nUSER 1000\nFROM alpine:3.22\nUSER 1000\n', 'dockerfile');
  return server;
}

const verify = (server: InProcess, params: object): Promise<VerifiedImage | null> =>
  server.connection.sendRequest('seaworthy/verifyImage', { uri, isTrusted: true, ...params });
const problems = async (server: InProcess) =>
  (await server.diagnostics('Dockerfile')).filter(({ code }) => code === 'image-signature');
const hover = async (server: InProcess): Promise<string> => {
  const found: Hover | null = await server.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: at(0),
  });
  return (found?.contents as { value: string } | undefined)?.value ?? '';
};

describe('the signature of an image', { skip: process.platform === 'win32' }, () => {
  it('that is another one is a problem at its name, of the level warning', async () => {
    const server = await start('other');
    fake.calls();
    assert.deepEqual(await problems(server), []);
    assert.deepEqual(fake.calls(), []);
    assert.equal((await verify(server, { position: at(0) }))?.state, 'not-verified');
    const [problem, ...others] = await problems(server);
    assert.deepEqual(others, []);
    assert.equal(problem?.severity, DiagnosticSeverity.Warning);
    assert.deepEqual(problem.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 23 } });
    assert.match(String(problem.message), /^Signed by somebody else: .*evil\\u001b\[2J/);
    assert.match(await hover(server), /Signed by somebody else/);
  });

  it('that holds has no problem, and stands in the hover', async () => {
    const server = await start('verified');
    assert.equal((await verify(server, { position: at(0) }))?.state, 'verified');
    assert.deepEqual(await problems(server), []);
    assert.match(await hover(server), /Signed by dev.{1,2}example\.com .*sha256:c{64}.*2026-11-28 12:00/);
  });

  it('that cannot be seen is no problem of the image', async () => {
    const server = await start('log');
    const said = await verify(server, { position: at(0) });
    assert.ok(said?.state === 'unknown' && /cannot be reached/.test(said.message));
    assert.deepEqual(await problems(server), []);
    assert.match(await hover(server), /cannot be reached/);
  });

  it('is asked for only where somebody is named, and only on request', async () => {
    const server = await start('verified');
    fake.calls();
    const offers = async (line: number): Promise<readonly string[]> => {
      const actions: CodeAction[] = await server.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at(line), end: at(line) },
        context: { diagnostics: [] },
      });
      return actions.filter(({ command }) => command?.command === clientCommands.verifyImage).map(({ title }) => title);
    };
    assert.deepEqual(await offers(0), ['Verify who signed ghcr.io/acme/web:1']);
    assert.deepEqual(await offers(2), []);
    assert.equal((await verify(server, { position: at(2) }))?.state, 'no-identity');
    assert.equal(await verify(server, { position: { line: 1, character: 0 } }), null);
    await assert.rejects(verify(server, { position: at(0), isTrusted: false }), /not trusted/);
    assert.deepEqual(fake.calls(), []);
  });
});
