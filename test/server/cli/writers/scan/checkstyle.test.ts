import assert from 'node:assert/strict';
import { it } from 'node:test';
import { visible } from '../../../../../rules/text/visible.ts';
import { obeyed, parseXml } from './formats.ts';
import { sample } from './sample.ts';

it('Checkstyle names every finding once, by file, line, column and rule', () => {
  const folder = sample();
  const { findings } = folder.run('scan', '--format', 'json').json();
  const { out } = folder.run('scan', '--format', 'checkstyle');
  folder.remove();
  assert.doesNotMatch(out, obeyed);
  const root = parseXml(out);
  assert.equal(root.name, 'checkstyle');
  const told = root.children.flatMap(({ attributes, children }) =>
    children.map((error) => [
      attributes['name'],
      Number(error.attributes['line']) - 1,
      Number(error.attributes['column']) - 1,
      error.attributes['source'],
      error.attributes['message'],
    ]),
  );
  assert.deepEqual(
    told,
    findings.map(({ file, range, rule, message }) => [
      visible(file),
      range.start.line,
      range.start.character,
      `seaworthy.${rule}`,
      visible(message).replaceAll('\ufffe', '\\ufffe'),
    ]),
  );
  const severities = new Set(
    root.children.flatMap(({ children }) => children.map((one) => one.attributes['severity'])),
  );
  for (const severity of severities) assert.ok(['error', 'warning', 'info'].includes(severity ?? ''), severity);
});
