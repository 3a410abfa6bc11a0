import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { root } from '../../../../../tools/root.ts';
import { commandLine } from '../../../../harness/programs.ts';
import { Folder } from '../../program.ts';
import { pod, sample } from './sample.ts';

const harmless = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\n';

describe('quiet', () => {
  it('writes findings alone, and nothing where there are none', () => {
    const folder = new Folder();
    folder.write('good.yaml', harmless);
    folder.write('bad.yaml', new Uint8Array([0x6b, 0, 1]));
    assert.deepEqual([folder.run('scan', '-q').out, folder.run('scan', '--quiet').status], ['', 0]);
    folder.write('web.yaml', pod('web'));
    const { out, status } = folder.run('scan', '--quiet');
    assert.equal(status, 1);
    assert.match(out, /^web\.yaml\n( {2}\d+:\d+ .*\n)+\n$/);
    folder.remove();
  });
});

describe('a pipe', () => {
  it('gets one line for each finding, without colours, links and lines of files, whatever the variables say', () => {
    const folder = sample();
    const plain = folder.run('scan', 'deploy').out;
    assert.match(plain, /^(?:\S.*\n(?: {2}\d+:\d+ +(?:critical|high|medium|low|info) +.*\n)+\n)+Skipped:\n/);
    assert.doesNotMatch(plain.replaceAll('\u001b', '␛'), /␛| │ /);
    folder.remove();
  });
});

/** The command line at a terminal, as util-linux makes one, with ␛ for escapes; undefined where that program is not. */
function atTerminal(folder: Folder, columns: number, args: string, variables: NodeJS.ProcessEnv): string | undefined {
  const quoted = [process.execPath, `${root}/${commandLine}`].map((word) => `'${word}'`).join(' ');
  const done = spawnSync('script', ['-qec', `stty cols ${columns} && ${quoted} ${args}`, '/dev/null'], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TERM: 'xterm-256color', ...variables },
  });
  return done.error === undefined ? done.stdout.replaceAll('\r\n', '\n').replaceAll('\u001b', '␛') : undefined;
}

const probe = spawnSync('script', ['--version'], { encoding: 'utf8' });
const noTerminal =
  (probe.error !== undefined || !probe.stdout.includes('util-linux')) && 'script of util-linux is not installed';

describe('a terminal', { skip: noTerminal }, () => {
  const secret = `${pod('web')}      env:\n        - name: TOKEN\n          value: zebra-crossing-42\n`.replace(
    '      securityContext:\n        privileged: true\n',
    '',
  );
  const folder = new Folder();
  folder.write('web.yaml', `${secret}      securityContext:\n        privileged: true\n`);

  it('shows the lines, colours and links, and no secret', () => {
    const shown = atTerminal(folder, 70, 'scan', { TERM_PROGRAM: 'vscode' }) ?? '';
    assert.match(shown, /␛\]8;;file:\/\/\/\S+\/web\.yaml␛\\␛\[4mweb\.yaml/);
    assert.match(shown, /␛\[31m>␛\[39m .*privileged: true\n.*␛\[31m\^{4}␛\[39m\n/);
    assert.match(shown, /value: \*\*\*/);
    assert.doesNotMatch(shown, /zebra/);
    const lines = shown.replaceAll(/␛(?:\[[\d;]*m|\]8;;[^␛]*␛\\)/g, '').split('\n');
    const findings = lines.slice(0, -2);
    assert.ok(findings.length > 10);
    for (const line of findings) assert.ok(line.length <= 70, line);
  });

  it('shows no colour where it is refused, and findings alone where that is asked', () => {
    const shown = atTerminal(folder, 100, 'scan', { NO_COLOR: '1' }) ?? '';
    assert.match(shown, /│ {9}privileged: true/);
    assert.doesNotMatch(shown, /␛/);
    assert.doesNotMatch(atTerminal(folder, 100, 'scan --quiet', {}) ?? '', /│/);
    folder.remove();
  });
});
