/** What every real scanner has to do with an image of a registry: name its digest, and believe the OpenVEX statement that the editor writes on it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImageReference } from '../../../rules/model/image/reference.ts';
import type { ScanFailure } from '../../../server/scanners/failure.ts';
import { withStatement } from '../../../server/scanners/openvex.ts';
import { pinOf } from '../../../server/scanners/pin.ts';
import type { ScanResult } from '../../../server/scanners/result.ts';
import { known, layered } from './real-image.ts';
import { startRegistry } from './registry.ts';

/** @param folder for the document. @param scan of a reference, which a registry may be asked for. */
export async function provesRegistry(
  folder: string,
  scan: (reference: string, vex: readonly string[]) => Promise<ScanResult | ScanFailure>,
): Promise<void> {
  const registry = await startRegistry('team/app', layered());
  try {
    const reference = `${registry.host}/team/app:1`;
    const outcome = await scan(reference, []);
    assert.ok(!('cause' in outcome), JSON.stringify(outcome));
    const digest = pinOf(outcome.report, reference);
    assert.equal(digest, registry.digest, 'the digest of the index, which counts for all platforms');
    const vulnerabilities = outcome.report.vulnerabilities.filter(({ id }) => id === known.id);
    assert.equal(vulnerabilities.length, 1);
    const image = parseImageReference(reference);
    const about = { image, digest, vulnerabilities, justification: 'component_not_present', impact: 'a test' } as const;
    const origin = { author: 'a', now: '2026-11-28T00:00:00Z', id: '00000000-0000-4000-8000-000000000000' };
    const made = withStatement(undefined, about, origin);
    assert.ok('text' in made);
    const path = join(folder, 'own.openvex.json');
    writeFileSync(path, made.text);
    const after = await scan(reference, [path]);
    assert.ok(!('cause' in after), JSON.stringify(after));
    assert.ok(after.report.vulnerabilities.every(({ id }) => id !== known.id));
    assert.equal(after.report.suppressed, 1, 'what is left out is counted');
    // The same of another digest is no statement on this image.
    writeFileSync(path, made.text.replaceAll(registry.digest.slice(7), 'f'.repeat(64)));
    const other = await scan(reference, [path]);
    assert.ok(!('cause' in other), JSON.stringify(other));
    assert.ok(other.report.vulnerabilities.some(({ id }) => id === known.id));
    const gone = await scan(`${registry.host}/team/gone:1`, []);
    assert.ok('cause' in gone && gone.cause === 'no-such-image', JSON.stringify(gone));
  } finally {
    registry.close();
  }
}
