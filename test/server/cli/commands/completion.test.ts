import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { commands } from '../../../../server/cli/commands/index.ts';
import { Folder } from '../program.ts';

const script = (shell: string): string => {
  const command = commands.find(({ name }) => name === 'completion');
  const parts: string[] = [];
  const output = { out: (text: string) => void parts.push(text), error: assert.fail, flushed: async () => undefined };
  assert.equal(command?.run([shell], output), 0);
  return parts.join('');
};

describe('what a shell completes', () => {
  it('are commands, and the options of the one that stands there', (t) => {
    const complete = (...words: readonly string[]): string => {
      const line = words.map((word) => JSON.stringify(word)).join(' ');
      const own = `${script('bash')}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _seaworthy; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', own], { encoding: 'utf8' }).stdout;
    };
    if (spawnSync('bash', ['--version']).error !== undefined) return t.skip('there is no bash');
    assert.equal(complete('seaworthy', 'sc'), 'scan\n');
    assert.equal(complete('seaworthy', 'scan', '--fo'), '--format\n');
    assert.match(complete('seaworthy', 'fix', '--'), /^--dry-run$/m);
    assert.doesNotMatch(complete('seaworthy', 'fix', '--'), /--since/);
  });

  it('is written for each shell', () => {
    assert.match(script('zsh'), /^#compdef seaworthy\n/);
    assert.match(script('fish'), /^complete -c seaworthy -n "__fish_seen_subcommand_from scan" -l since$/m);
    assert.throws(() => script('tcsh'), /--shell is one of bash, zsh, fish/);
  });

  it('are all the options that a command takes, of which its usage names each and no other', () => {
    for (const { name, usage, options } of commands) {
      const named = usage.matchAll(/(?<![\w-])--[a-z][a-z-]*/g);
      const known = Object.keys(options).map((option) => `--${option}`);
      assert.deepEqual([...new Set([...named].map(([option]) => option))].sort(), known.sort(), name);
    }
  });
});

describe('the help of a command', () => {
  it('shows its usage and examples that it understands, wherever it is asked for', () => {
    for (const { examples } of commands) assert.ok(examples.length > 0);
    const folder = new Folder();
    for (const args of [
      ['scan', 'nowhere', '--help'],
      ['help', 'scan'],
      ['scan', '-h'],
    ]) {
      const { out, status } = folder.run(...args);
      assert.equal(status, 0);
      assert.match(out, /--format text\|json\|sarif\|.*\n.*\n {2}seaworthy scan --since origin\/main/s);
    }
    assert.match(folder.run('scan', '--version').out, /^\d+\.\d+\.\d+\n$/);
    assert.match(folder.run('scan', '--', '--help').error, /--help does not exist/);
    folder.remove();
  });
});
