import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { visible } from '../../../../../rules/text/visible.ts';
import { obeyed } from './formats.ts';
import { sample } from './sample.ts';

it('CSV holds every finding, and no cell that a spreadsheet would run', () => {
  const folder = sample();
  const { findings } = folder.run('scan', '--format', 'json').json();
  const { out } = folder.run('scan', '--format', 'csv');
  folder.remove();
  assert.doesNotMatch(out, obeyed);
  const rows = parse(out, { columns: true, record_delimiter: '\r\n' }) as readonly {
    readonly [name: string]: string;
  }[];
  assert.deepEqual(
    rows.map(({ file, line, rule, fingerprint }) => [file, Number(line) - 1, rule, fingerprint]),
    findings.map(({ file, range, rule, fingerprint }) => [
      visible(file).replace(/^=/, "'="),
      range.start.line,
      rule,
      fingerprint,
    ]),
  );
  assert.ok(rows.some(({ file }) => file?.startsWith("'=")));
  for (const row of rows) for (const value of Object.values(row)) assert.doesNotMatch(value, /^[=+\-@\t\r]/);
});
