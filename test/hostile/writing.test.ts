/** What happens to a file while `fix` writes: whole at every moment, as its owner left it, and never one that should not be written. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { replaceText } from '../../server/host/write.ts';
import type { Folder } from '../server/cli/program.ts';
import { dockerfile, fixedDockerfile, lacks, nobody, using } from './ground.ts';

const remnants = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('.seaworthy-'));
const bytesOf = (ground: Folder, name: string): Buffer => readFileSync(join(ground.path, name));

/** Three findings, of which two can be written. */
function lay(ground: Folder): void {
  for (const name of ['a', 'b', 'c']) ground.write(`${name}.Dockerfile`, dockerfile);
}

/** `b` is refused with a reason; the others are fixed, and only they are counted. */
function refusesB(ground: Folder, { status, out, error }: ReturnType<Folder['run']>, reason: RegExp): void {
  assert.equal(status, 2);
  assert.equal(out, '2 findings fixed in 2 files; 1 file left as it was.\n');
  assert.match(error, /^seaworthy: b\.Dockerfile is not written: .+\n$/);
  assert.match(error, reason);
  assert.equal(ground.read('a.Dockerfile'), fixedDockerfile);
  assert.equal(ground.read('c.Dockerfile'), fixedDockerfile);
  assert.deepEqual(remnants(ground.path), []);
}

describe('bytes that are not UTF-8', () => {
  const latin1 = Buffer.concat([Buffer.from(`# caf\xe9\n`, 'latin1'), Buffer.from(dockerfile)]);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(dockerfile, 'utf16le')]);
  const bigEndian = Buffer.from(utf16).swap16();

  for (const [name, bytes, reason] of [
    ['Latin-1', latin1, /it holds bytes that are not UTF-8/],
    ['a character cut in two', Buffer.concat([Buffer.from(dockerfile), Buffer.from([0xe2, 0x82])]), /not UTF-8/],
    ['a surrogate', Buffer.concat([Buffer.from(dockerfile), Buffer.from([0x23, 0xed, 0xa0, 0x80])]), /not UTF-8/],
    ['UTF-16', utf16, /its text is UTF-16, not UTF-8/],
    ['UTF-16, the other way round', bigEndian, /its text is UTF-16, not UTF-8/],
  ] as const)
    it(`${name}: checked, and never written`, () =>
      using((ground) => {
        lay(ground);
        ground.write('b.Dockerfile', bytes);
        const { findings } = ground.run('scan', 'b.Dockerfile', '--format', 'json').json();
        assert.ok(findings.some(({ rule }) => rule === 'add-for-local-file'));
        refusesB(ground, ground.run('fix'), reason);
        assert.deepEqual(bytesOf(ground, 'b.Dockerfile'), bytes);
      }));

  it('the mark of UTF-8 at the beginning stays', () =>
    using((ground) => {
      ground.write('Dockerfile', `\ufeff# caf\u00e9 \u{1f600}\n${dockerfile}`);
      ground.run('fix');
      assert.deepEqual(bytesOf(ground, 'Dockerfile'), Buffer.from(`\ufeff# caf\u00e9 \u{1f600}\n${fixedDockerfile}`));
    }));
});

describe('a file that should not be replaced', { skip: lacks.modes }, () => {
  it('has several names', () =>
    using((ground) => {
      lay(ground);
      linkSync(join(ground.path, 'b.Dockerfile'), join(ground.path, 'elsewhere'));
      const dry = ground.run('fix', '--dry-run');
      assert.match(dry.out, /^2 findings would be fixed in 2 files; 1 file left as it was\.$/m);
      assert.match(ground.run('fix', '--diff').error, /b\.Dockerfile is not to be written: it has 2 names/);
      refusesB(ground, ground.run('fix'), /it has 2 names \(hard links\)/);
      assert.equal(ground.read('elsewhere'), dockerfile);
    }));

  it('may not be written', () =>
    using((ground) => {
      lay(ground);
      chmodSync(join(ground.path, 'b.Dockerfile'), 0o444);
      refusesB(ground, asSomebody(ground), /no permission to write it/);
      assert.equal(ground.read('b.Dockerfile'), dockerfile);
    }));

  it('lies in a folder that may not be written', () =>
    using((ground) => {
      ground.write('shut/Dockerfile', dockerfile);
      ground.write('open/Dockerfile', dockerfile);
      const answer = asSomebody(ground, () => chmodSync(join(ground.path, 'shut'), 0o555));
      assert.match(answer.error, /shut\/Dockerfile is not written: no permission to write to its folder/);
      assert.equal(answer.out, '1 finding fixed in 1 file; 1 file left as it was.\n');
      chmodSync(join(ground.path, 'shut'), 0o755);
      assert.equal(ground.read('shut/Dockerfile'), dockerfile);
    }));

  it('belongs to somebody else', { skip: lacks.root }, () =>
    using((ground) => {
      lay(ground);
      const answer = asSomebody(ground, () => {
        chownSync(join(ground.path, 'b.Dockerfile'), nobody - 1, nobody - 1);
        chmodSync(join(ground.path, 'b.Dockerfile'), 0o666);
      });
      refusesB(ground, answer, /it belongs to somebody else/);
      assert.equal(ground.read('b.Dockerfile'), dockerfile);
    }),
  );

  it('is another one by now', () =>
    using((ground) => {
      ground.write('Dockerfile', 'FROM scratch\n');
      const path = join(ground.path, 'Dockerfile');
      assert.equal(replaceText(path, dockerfile, fixedDockerfile), 'it has changed since it was read');
      assert.equal(ground.read('Dockerfile'), 'FROM scratch\n');
      assert.equal(replaceText(`${path}.gone`, '', 'x'), 'it is gone');
      assert.deepEqual(readdirSync(ground.path), ['Dockerfile']);
    }));

  it('has become a link', { skip: lacks.links }, () =>
    using((ground) => {
      ground.write('real', dockerfile);
      ground.link('Dockerfile', 'real');
      const path = join(ground.path, 'Dockerfile');
      assert.equal(replaceText(path, dockerfile, fixedDockerfile), 'a link leads somewhere else now');
      assert.equal(ground.read('real'), dockerfile);
    }),
  );
});

/** Fixes as a user whom modes bind: root is bound by none. */
function asSomebody(ground: Folder, prepare: () => void = () => {}): ReturnType<Folder['run']> {
  if (lacks.root === false) execFileSync('chown', ['-R', `${nobody}:${nobody}`, ground.path]);
  prepare();
  return lacks.root === false ? ground.runAs(nobody, 'fix') : ground.run('fix');
}

describe('a file that is replaced', { skip: lacks.modes }, () => {
  it('keeps its mode', () =>
    using((ground) => {
      for (const mode of [0o640, 0o755, 0o600, 0o4751]) {
        ground.write('Dockerfile', dockerfile);
        chmodSync(join(ground.path, 'Dockerfile'), mode);
        assert.equal(ground.run('fix').status, 0);
        assert.equal(statSync(join(ground.path, 'Dockerfile')).mode & 0o7777, mode);
      }
    }));

  it('keeps its owner', { skip: lacks.root }, () =>
    using((ground) => {
      ground.write('Dockerfile', dockerfile);
      chownSync(join(ground.path, 'Dockerfile'), nobody, nobody - 1);
      assert.equal(ground.run('fix').status, 0);
      const { uid, gid } = statSync(join(ground.path, 'Dockerfile'));
      assert.deepEqual([ground.read('Dockerfile'), uid, gid], [fixedDockerfile, nobody, nobody - 1]);
    }),
  );
});

describe('a disk without room', { skip: lacks.modes }, () => {
  const long = `${'# a line of words that is here to be long\n'.repeat(2_000)}`;

  it('a limit on the size of files leaves each whole', () =>
    using((ground) => {
      lay(ground);
      ground.write('b.Dockerfile', long + dockerfile);
      refusesB(ground, ground.runUnder('ulimit -f 16', 'fix'), /larger than files may become here/);
      assert.equal(ground.read('b.Dockerfile'), long + dockerfile);
    }));

  it('a full disk leaves each whole', (t) =>
    using((ground) => {
      const small = join(ground.path, 'small');
      mkdirSync(small);
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', small]).status !== 0)
        return t.skip('only root of a whole machine mounts a disk');
      try {
        writeFileSync(join(small, 'Dockerfile'), long + dockerfile);
        const { status, out, error } = ground.run('fix');
        assert.deepEqual([status, out], [2, '0 findings fixed in 0 files; 1 file left as it was.\n']);
        assert.match(error, /small\/Dockerfile is not written: no space left on the disk/);
        assert.equal(ground.read('small/Dockerfile'), long + dockerfile);
        assert.deepEqual(readdirSync(small), ['Dockerfile']);
      } finally {
        execFileSync('umount', [small]);
      }
    }));
});

describe('a process that is stopped midway', { skip: lacks.modes }, () => {
  const first = ['a/0.Dockerfile', 'a/1.Dockerfile'];
  const last = ['c/0.Dockerfile', 'c/1.Dockerfile'];
  const timeout = 120_000;

  /**
   * Starts a fix and acts between the first files and the last ones. Many files between them cannot be written, which is said on standard error;
   * as nobody reads that, the process has to wait before it comes to the last ones.
   */
  async function midway(
    ground: Folder,
    act: (child: ReturnType<Folder['start']>) => void,
  ): Promise<{ readonly out: string; readonly error: string; readonly signal: string | null }> {
    for (const name of [...first, ...last]) ground.write(name, dockerfile);
    const long = 'x'.repeat(230);
    for (let i = 1000; i < 1800; i++)
      ground.write(`b/${long}/${long}${i}.Dockerfile`, Buffer.from(`${dockerfile}# \xe9`, 'latin1'));
    const child = ground.start('fix');
    const ended = once(child, 'close');
    while (child.exitCode === null && ground.read(first[1] ?? '') === dockerfile) await setImmediate();
    act(child);
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    for (const name of first) assert.equal(ground.read(name), fixedDockerfile);
    return { out, error, signal: child.signalCode };
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    it(`by ${signal} ends what it began, leaves nothing beside it, and says what it did`, { timeout }, () =>
      using(async (ground) => {
        const done = await midway(ground, (child) => child.kill(signal));
        assert.equal(done.signal, signal);
        assert.match(done.out, /^2 findings fixed in 2 files(?:; \d+ files? left as (?:it was|they were))?\.\n$/);
        assert.match(done.error, new RegExp(`^seaworthy: stopped by ${signal} before all files were fixed$`, 'm'));
        for (const name of last) assert.equal(ground.read(name), dockerfile);
        for (const folder of ['a', 'c']) assert.deepEqual(remnants(join(ground.path, folder)), []);
      }),
    );

  it('by SIGKILL leaves each file whole', { timeout }, () =>
    using(async (ground) => {
      const { signal } = await midway(ground, (child) => child.kill('SIGKILL'));
      assert.equal(signal, 'SIGKILL');
      for (const name of last) assert.equal(ground.read(name), dockerfile);
    }),
  );

  it('keeps what somebody saves meanwhile', { timeout }, () =>
    using(async (ground) => {
      const [saved = '', other = ''] = last;
      const { error, out } = await midway(ground, () => ground.write(saved, 'FROM scratch\n# mine\n'));
      assert.equal(ground.read(saved), 'FROM scratch\n# mine\n');
      assert.equal(ground.read(other), fixedDockerfile);
      assert.match(error, /^seaworthy: c\/0\.Dockerfile is not written: it has changed since it was read$/m);
      assert.equal(out, '3 findings fixed in 3 files; 801 files left as they were.\n');
    }),
  );
});

describe('a process that is killed at any moment', { skip: lacks.modes }, () => {
  it('leaves each file whole, and at most what it was writing beside them', { timeout: 120_000 }, () =>
    using(async (ground) => {
      const long = `${dockerfile}${'# a line of words that is here to be long\n'.repeat(20_000)}`;
      const fixed = long.replace('ADD', 'COPY');
      const names = Array.from({ length: 8 }, (_, i) => `${i}.Dockerfile`);
      for (let n = 0; n < 5; n++) {
        for (const name of names) ground.write(name, long);
        const child = ground.start('fix');
        const ended = once(child, 'close');
        // The new text stands beside the old one for as long as it takes to write and to flush it.
        while (child.exitCode === null && remnants(ground.path).length <= n) await setImmediate();
        child.kill('SIGKILL');
        await ended;
        for (const name of names) assert.ok([long, fixed].includes(ground.read(name)), name);
        assert.ok(remnants(ground.path).length <= n + 1);
      }
    }),
  );
});
