import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic, Range } from 'vscode-languageserver';
import { Client, type ClientOptions } from '../client.ts';
import { bare, privileged, rangeOf, safe } from '../texts.ts';

const codes = (list: readonly Diagnostic[]): string[] => list.map(({ code }) => String(code));

async function using(options: ClientOptions, body: (client: Client) => Promise<void>): Promise<void> {
  const client = await Client.start(options);
  try {
    await body(client);
  } finally {
    await client.stop();
  }
}

describe('a client that asks', () => {
  it('gets the findings of unsaved text, where they are, and as it changes', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, privileged);
      const [first] = (await client.diagnostics(uri)).filter(({ code }) => code === 'privileged-container');
      assert.deepEqual(first?.range, rangeOf(privileged, 'true'));
      assert.equal(first?.source, 'seaworthy');
      client.change(uri, 'false', rangeOf(privileged, 'true'));
      assert.ok(!codes(await client.diagnostics(uri)).includes('privileged-container'));
    }));

  it('is asked to ask again for a document that it asked for before it was open', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      const refreshes = (): number =>
        client.notifications.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
      assert.deepEqual(await client.diagnostics(uri), []);
      client.open(uri, privileged);
      await client.until(() => refreshes() === 1);
      assert.ok(codes(await client.diagnostics(uri)).includes('privileged-container'));
    }));

  it('is told nothing beside', () =>
    using({ files: { 'pod.yaml': privileged } }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, privileged);
      await client.diagnostics(uri);
      await client.request('workspace/executeCommand', { command: 'seaworthy.server.scan' });
      assert.deepEqual(client.pushed(uri)?.diagnostics ?? [], []);
    }));

  it('sees what one container lacks as one line', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, bare);
      const [group] = (await client.diagnostics(uri)).filter(({ code }) => code === 'unhardened-container');
      assert.match(
        String(group?.message),
        /^4 protections are missing: privilege escalation, root, seccomp, capabilities\.$/,
      );
      assert.deepEqual(group?.range, { start: { line: 6, character: 12 }, end: { line: 6, character: 15 } });
    }));

  it('hears of files that belong together once all were read', () =>
    using(
      {
        files: {
          'policy.yaml':
            'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: default\nautomountServiceAccountToken: false\n',
        },
        settings: () => ({ profile: 'strict' }),
      },
      async (client) => {
        const uri = client.uri('shop/pod.yaml');
        client.open(uri, bare);
        assert.ok(!codes(await client.diagnostics(uri)).includes('automounted-token'));
        await client.until(() => client.notifications.some(({ method }) => method === 'seaworthy/status'));
        // Saying the account mounts it makes the difference, and the client is asked to ask again.
        const account = client.uri('shop/policy.yaml');
        client.open(
          account,
          'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: default\nautomountServiceAccountToken: true\n',
        );
        await client.diagnostics(account);
        await client.until(() => client.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
        assert.ok(codes(await client.diagnostics(uri)).includes('automounted-token'));
      },
    ));

  it('keeps what it saw while a bracket is open', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      const text = privileged.replace('spec:\n', 'spec:\n  nodeSelector: {a: b}\n');
      client.open(uri, text);
      const before = codes(await client.diagnostics(uri));
      client.change(uri, '{a: b, "c', rangeOf(text, '{a: b}'));
      assert.deepEqual(codes(await client.diagnostics(uri)), before);
    }));
});

describe('related places', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  securityContext:\n    runAsUser: 0\n    seccompProfile: {type: RuntimeDefault}\n  containers:\n    - name: web\n      image: i:1\n    - name: own\n      image: i:1\n      securityContext:\n        runAsUser: 5\n        seccompProfile: {type: Unconfined}\n';

  it('show who inherits a value, and which value does not count', () =>
    using({}, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, text);
      const diagnostics = await client.diagnostics(uri);
      const related = (code: string): string[] =>
        diagnostics
          .filter((diagnostic) => diagnostic.code === code)
          .flatMap(({ relatedInformation }) => relatedInformation ?? [])
          .map(({ location, message }) => `${location.range.start.line}: ${message}`);
      assert.deepEqual(related('root-uid'), ['9: Container web inherits it.']);
      assert.deepEqual(related('seccomp-unconfined'), ["7: The pod's RuntimeDefault does not count for it."]);
    }));
});

describe('a Dockerfile and a manifest that disagree', () => {
  const dockerfile = 'FROM node:24-slim\nCOPY app /app\n';
  const files = {
    'shop/cart/Dockerfile': dockerfile,
    'shop/compose.yaml': 'services:\n  cart:\n    image: shop/cart:1\n    build: cart\n',
  };
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: cart\nspec:\n  containers:\n    - name: cart\n      image: shop/cart:1\n      securityContext:\n        runAsNonRoot: true\n';

  it('are shown with the place in the other file, and no longer once that is mended, unsaved', () =>
    using({ files }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      const image = client.uri('shop/cart/Dockerfile');
      const refreshes = (): number =>
        client.notifications.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
      const places = async (): Promise<(readonly [uri: string, line: number])[]> =>
        (await client.diagnostics(uri))
          .filter(({ code }) => code === 'root-image-as-non-root')
          .flatMap(({ relatedInformation }) => relatedInformation ?? [])
          .map(({ location }) => [location.uri, location.range.start.line] as const);
      client.open(uri, pod);
      await client.diagnostics(uri);
      await client.until(() => refreshes() > 0);
      assert.deepEqual(await places(), [[image, 0]]);
      const before = refreshes();
      client.open(image, `${dockerfile}USER 1000\n`);
      await client.diagnostics(image);
      await client.until(() => refreshes() > before);
      assert.deepEqual(await places(), []);
    }));
});

describe('a client that is told', () => {
  it('gets the findings with the version they are of', () =>
    using({ pulls: false }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, privileged);
      await client.until(
        () =>
          client.pushed(uri)?.diagnostics.some(({ code }) => code === 'privileged-container') &&
          client.pushed(uri)?.version === 1,
      );
      const version = client.change(uri, 'false', rangeOf(privileged, 'true'));
      await client.until(() => client.pushed(uri)?.version === version);
      assert.ok(!codes(client.pushed(uri)?.diagnostics ?? []).includes('privileged-container'));
    }));
});

describe('what is typed', () => {
  const at = (line: number): Range => ({ start: { line, character: 99 }, end: { line, character: 99 } });
  const setting = '\n      securityContext: {privileged: true}';

  it('is told by itself once nobody has typed for as long as a setting says, to a client that is told', () =>
    using({ pulls: false, settings: () => ({ typingDelay: 300 }) }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, bare);
      await client.until(() => client.pushed(uri)?.version === 1);
      const version = client.change(uri, setting, at(7));
      await client.until(() => client.pushed(uri)?.version === version);
      assert.ok(!codes(client.pushed(uri)?.diagnostics ?? []).includes('privileged-container'));
      await client.until(() => codes(client.pushed(uri)?.diagnostics ?? []).includes('privileged-container'));
      assert.equal(client.pushed(uri)?.version, version);
    }));

  it('is told by itself once nobody types, to a client that asks, and is counted then', () =>
    using({ settings: () => ({ typingDelay: 300 }) }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, bare);
      const counts = (): number[] =>
        client.notifications.flatMap(({ method, params }) =>
          method === 'seaworthy/status' ? [(params as { findings: number }).findings] : [],
        );
      await client.diagnostics(uri);
      client.change(uri, setting, at(7));
      assert.ok(!codes(await client.diagnostics(uri)).includes('privileged-container'));
      // Some of what the container lacked went at once; what is new is counted later.
      await client.until(() => (counts().at(-1) ?? 0) > Math.min(...counts()));
      assert.ok(client.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
      assert.ok(codes(await client.diagnostics(uri)).includes('privileged-container'));
    }));

  it('is told at once where the delay is nothing', () =>
    using({ settings: () => ({ typingDelay: 0 }) }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, bare);
      await client.diagnostics(uri);
      client.change(uri, setting, at(7));
      assert.ok(codes(await client.diagnostics(uri)).includes('privileged-container'));
    }));

  it('is told when it is saved, where a setting says so; what is mended goes at once', () =>
    using({ settings: () => ({ run: 'onSave', typingDelay: 0 }) }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, bare);
      const opened = codes(await client.diagnostics(uri));
      assert.ok(opened.length > 0);
      client.change(uri, setting, at(7));
      assert.ok(!codes(await client.diagnostics(uri)).includes('privileged-container'));
      client.notify('textDocument/didSave', { textDocument: { uri } });
      assert.ok(codes(await client.diagnostics(uri)).includes('privileged-container'));
      client.change(uri, 'false', rangeOf(bare.trimEnd() + setting, 'true'));
      assert.ok(!codes(await client.diagnostics(uri)).includes('privileged-container'));
    }));
});

describe('settings', () => {
  it('are asked for folder by folder', () =>
    using(
      { folders: ['strict', 'plain'], settings: (scope) => (scope === 'strict' ? { profile: 'strict' } : {}) },
      async (client) => {
        const [strict, plain] = [client.uri('strict/pod.yaml'), client.uri('plain/pod.yaml')];
        client.open(strict, safe);
        client.open(plain, safe);
        assert.ok(codes(await client.diagnostics(strict)).includes('writable-root-filesystem'));
        assert.ok(!codes(await client.diagnostics(plain)).includes('writable-root-filesystem'));
      },
    ));

  it('switch it off', () =>
    using({ settings: () => ({ enable: false }) }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      client.open(uri, privileged);
      assert.deepEqual(await client.diagnostics(uri), []);
      await client.until(() =>
        client.notifications.some(
          ({ method, params }) =>
            method === 'seaworthy/status' && (params as { reason?: string }).reason?.includes('seaworthy.enable'),
        ),
      );
    }));

  it('of a folder beat those of the client, and the last good ones stay in force', () =>
    using({ files: { '.seaworthy.yaml': 'rules:\n  privileged-container: off\n' } }, async (client) => {
      const uri = client.uri('shop/pod.yaml');
      const configuration = client.uri('shop/.seaworthy.yaml');
      client.open(uri, privileged);
      assert.ok(!codes(await client.diagnostics(uri)).includes('privileged-container'));
      client.write('.seaworthy.yaml', 'rules:\n  privileged-container: loud\n');
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: configuration, type: 2 }] });
      await client.until(() => client.notifications.some(({ method }) => method === 'workspace/diagnostic/refresh'));
      assert.ok(!codes(await client.diagnostics(uri)).includes('privileged-container'));
      await client.until(() =>
        client.pushed(configuration)?.diagnostics.some(({ message }) => String(message).includes('one of critical')),
      );
    }));
});

describe('what is not checked', () => {
  const reasons: readonly (readonly [string, string, RegExp])[] = [
    ['shop/values.yaml', 'replicas: 1\n', /neither a Kubernetes manifest/],
    ['shop/big.yaml', `apiVersion: v1\nkind: ConfigMap\n${'#'.repeat(2_200_000)}`, /larger than 2 MB/],
  ];
  for (const [path, text, reason] of reasons) {
    it(`says why: ${reason.source}`, () =>
      using({}, async (client) => {
        const uri = client.uri(path);
        client.open(uri, text);
        assert.deepEqual(await client.diagnostics(uri), []);
        await client.until(() =>
          client.notifications.some(
            ({ method, params }) =>
              method === 'seaworthy/status' && reason.test((params as { reason?: string }).reason ?? ''),
          ),
        );
      }));
  }

  it('is a template of a chart', () =>
    using({ files: { 'shop/chart/Chart.yaml': 'name: x\n' } }, async (client) => {
      const uri = client.uri('shop/chart/templates/pod.yaml');
      client.open(uri, privileged);
      assert.deepEqual(await client.diagnostics(uri), []);
    }));
});
