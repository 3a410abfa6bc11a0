/** The editor, the command line and its formats say the same of the same files: findings, places and fingerprints, once the editor's groups are taken apart. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { type ListedFinding, scanCommand } from '../../server/protocol.ts';
import { root } from '../../tools/root.ts';
import { commandLine } from '../harness/programs.ts';
import { Folder } from '../server/cli/program.ts';
import { sample } from '../server/cli/writers/scan/sample.ts';
import { Client } from '../server/lsp/client.ts';

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly [part: string]: number };
            };
          },
        ];
        readonly partialFingerprints: { readonly [name: string]: string };
        readonly suppressions?: readonly unknown[];
      }[];
    },
  ];
}

/** One finding in a line that can be compared. */
const line = (
  file: string,
  rule: string,
  places: readonly (number | undefined)[],
  fingerprint: string | undefined,
): string => `${file} ${rule} ${places.join(' ')} ${fingerprint}`;

async function compare(lay: (folder: string) => void): Promise<number> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-parity-')));
  const shop = join(directory, 'shop');
  lay(shop);
  // It bounds what the command line takes for one scope, as the folder does in the editor.
  mkdirSync(join(shop, '.git'));
  const client = await Client.start({ directory });
  try {
    const folder = new Folder(commandLine, shop);
    const json = folder.run('scan', '--format', 'json').json().findings;
    const ofJson = json
      .map(({ file, rule, range: { start, end }, fingerprint }) =>
        line(file, rule, [start.line, start.character, end.line, end.character], fingerprint),
      )
      .sort();
    const sarif = JSON.parse(folder.run('scan', '--format', 'sarif').out) as Sarif;
    const ofSarif = sarif.runs[0].results
      .filter(({ suppressions }) => suppressions === undefined)
      .map(({ ruleId, locations: [{ physicalLocation: place }], partialFingerprints }) => {
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = place.region;
        return line(
          decodeURIComponent(place.artifactLocation.uri),
          ruleId,
          [startLine - 1, startColumn - 1, endLine - 1, endColumn - 1],
          partialFingerprints['seaworthy/v1'],
        );
      });
    assert.deepEqual(ofSarif.sort(), ofJson);
    const base = `${client.uri('shop')}/`;
    const listed = async (): Promise<readonly string[]> =>
      ((await client.request('seaworthy/findings', null)) as readonly ListedFinding[])
        .map(({ uri, rule, range: { start, end }, fingerprint }) =>
          line(
            decodeURIComponent(uri.slice(base.length)),
            rule,
            [start.line, start.character, end.line, end.character],
            fingerprint,
          ),
        )
        .sort();
    await client.request('workspace/executeCommand', { command: scanCommand });
    assert.deepEqual(await listed(), ofJson, 'files that are closed');
    for (const name of readdirSync(shop, { recursive: true, encoding: 'utf8' })) {
      const path = join(shop, name);
      if (!/\.ya?ml$|Dockerfile/.test(name) || !statSync(path).isFile()) continue;
      const text = readFileSync(path);
      if (!text.includes(0)) client.open(client.uri(`shop/${name.replaceAll('\\', '/')}`), text.toString());
    }
    assert.deepEqual(await listed(), ofJson, 'files that are open');
    return ofJson.length;
  } finally {
    await client.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

it('of the examples', async () => {
  assert.ok((await compare((folder) => cpSync(join(root, 'examples'), folder, { recursive: true }))) > 30);
});

it('of names that are hard to write', { skip: process.platform === 'win32' && 'no such names' }, async () => {
  const made = sample();
  assert.ok((await compare((folder) => cpSync(made.path, folder, { recursive: true }))) > 20);
  made.remove();
});
