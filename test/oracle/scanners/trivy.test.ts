/**
 * The real Trivy, where somebody has it: `SEAWORTHY_REAL_TRIVY=1 node --test test/oracle/scanners/trivy.test.ts`, with the program on the PATH and a database in its
 * cache (`TRIVY_CACHE_DIR` names another one) that knows Alpine 3.10. Nothing is downloaded.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ImageScans } from '../../../server/host/image-scans.ts';
import { Kept } from '../../../server/host/own-folder.ts';
import type { Target } from '../../../server/scanners/scanner.ts';
import { provesRegistry } from './of-registry.ts';
import { archive, billOfMaterials, known, openVex } from './real-image.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-real-')));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('the real Trivy', { skip: process.env['SEAWORTHY_REAL_TRIVY'] !== '1' }, () => {
  const scans = new ImageScans({
    environment: process.env,
    outside: () => [],
    limit: 120_000,
    kept: new Kept('scans', folder),
  });
  const scan = async (target: Target, vex: readonly string[] = []) => {
    const chosen = await scans.choose('trivy');
    return 'cause' in chosen ? chosen : scans.scan(chosen, target, { maxAge: 0, source: 'local', vex });
  };

  it('finds in an archive what its database knows, and tells the base', async () => {
    const outcome = await scan({ kind: 'archive', path: archive(folder) });
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    assert.ok(outcome.database !== undefined);
    assert.deepEqual(outcome.report.os, { name: 'alpine 3.10.2', isEnded: true });
    const found = outcome.report.vulnerabilities.find(({ id }) => id === known.id);
    assert.deepEqual([found?.severity, found?.fixed, found?.from], ['critical', [known.fixed], 'base']);
  });

  it('reads a VEX document', async () => {
    const outcome = await scan({ kind: 'archive', path: archive(folder) }, [openVex(folder)]);
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    assert.ok(outcome.report.vulnerabilities.every(({ id }) => id !== known.id));
  });

  it('finds the same in a bill of materials', async () => {
    const outcome = await scan({ kind: 'sbom', path: billOfMaterials(folder) });
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    assert.ok(outcome.report.vulnerabilities.some(({ id }) => id === known.id));
  });

  it('names the digest of an image of a registry, and believes our statement on it', () =>
    provesRegistry(folder, async (reference, vex) => {
      const chosen = await scans.choose('trivy');
      const target = { kind: 'image', reference, platform: undefined } as const;
      return 'cause' in chosen ? chosen : scans.scan(chosen, target, { maxAge: 0, source: 'any', vex });
    }));

  it('says why there is no answer', async () => {
    const gone = await scan({ kind: 'archive', path: join(folder, 'gone.tar') });
    assert.ok('cause' in gone && gone.cause === 'no-such-image', JSON.stringify(gone));
    const nowhere = await scan({ kind: 'image', reference: 'localhost:1/nobody/has:1', platform: undefined });
    assert.ok('cause' in nowhere && nowhere.cause === 'no-engine', JSON.stringify(nowhere));
  });
});
