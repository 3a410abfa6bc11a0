import assert from 'node:assert/strict';
import { it } from 'node:test';
import { visible } from '../../../../../rules/text/visible.ts';
import { obeyed } from './formats.ts';
import { sample } from './sample.ts';

/** As the runner reads a command: github.com/actions/runner, ActionCommand.cs. */
function read(line: string): {
  readonly command: string;
  readonly properties: Map<string, string>;
  readonly data: string;
} {
  const [, head = '', data = ''] = /^::(.+?)::(.*)$/.exec(line) ?? [];
  const [command = '', ...rest] = head.split(' ');
  const plain = (text: string): string =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%');
  const properties = rest
    .join(' ')
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), plain(pair.slice(pair.indexOf('=') + 1))] as const);
  return { command, properties: new Map(properties), data: plain(data) };
}

it('GitHub reads one annotation for each finding, the worst first, and nothing that a name forged', () => {
  const folder = sample();
  const { findings } = folder.run('scan', '--format', 'json').json();
  const { out, status } = folder.run('scan', '--format', 'github');
  folder.remove();
  assert.equal(status, 1);
  assert.doesNotMatch(out, obeyed);
  const lines = out.trimEnd().split('\n');
  assert.match(lines.pop() ?? '', /^\d+ findings \(/);
  const told = lines.map(read);
  const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'notice', info: 'notice' };
  const keyOf = (file = '', line = 0, column = 0, level = ''): string => `${file} ${line} ${column} ${level}`;
  assert.deepEqual(
    told
      .map(({ command, properties }) =>
        keyOf(properties.get('file'), Number(properties.get('line')), Number(properties.get('col')), command),
      )
      .sort(),
    findings
      .map(({ file, range: { start }, severity }) =>
        keyOf(visible(file), start.line + 1, start.character + 1, levels[severity as keyof typeof levels]),
      )
      .sort(),
  );
  assert.deepEqual(
    told.map(({ command }) => command),
    told.map(({ command }) => command).sort((a, b) => order.indexOf(a) - order.indexOf(b)),
  );
});

const order = ['error', 'warning', 'notice'];
