import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { defaultImageSettings, readImageSettings } from '../../../server/lsp/image-settings.ts';

it('settings on scans count as far as they make sense', () => {
  assert.deepEqual(
    readImageSettings({ scanner: 'grype', programs: { grype: '/opt/grype' }, maxAgeHours: 1, level: 'warning' }),
    {
      scanner: 'grype',
      programs: new Map([['grype', '/opt/grype']]),
      maxAge: 3_600_000,
      level: DiagnosticSeverity.Warning,
    },
  );
  assert.equal(readImageSettings({ level: 'off' }).level, undefined);
});

it('what makes no sense counts as not set, and no path of a workspace is taken', () => {
  for (const odd of [
    undefined,
    null,
    7,
    [],
    { scanner: 'sh', programs: { trivy: './trivy', grype: 5 }, maxAgeHours: -1, level: 'loud' },
  ])
    assert.deepEqual(readImageSettings(odd), defaultImageSettings);
});
