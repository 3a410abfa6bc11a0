import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { Configurations } from '../../../server/host/configuration.ts';
import { memoryFiles } from './memory-files.ts';

describe('a configuration that extends others', () => {
  describe('has a measure, past which it is not read', () => {
    const problems = async (texts: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const configurations = new Configurations(memoryFiles(texts), rules);
      const { settings } = await configurations.for('/r/x.yaml');
      assert.equal(settings.profile, 'recommended');
      return (await configurations.broken()).flatMap((broken) => broken.problems.map(({ message }) => message));
    };
    const long = `profile: all\n${'# x\n'.repeat(30_000)}`;

    it('in characters, with all it extends', async () => {
      assert.deepEqual(await problems({ '/r/.seaworthy.yaml': long.repeat(3) }), [
        'It is not read: a configuration has at most 256 KB with all it extends.',
      ]);
      const bases = Object.fromEntries([0, 1, 2, 3, 4].map((i) => [`/r/b${i}.yaml`, long.replace('profile: all', '')]));
      assert.deepEqual(
        await problems({ ...bases, '/r/.seaworthy.yaml': `extends: [${Object.keys(bases).map((p) => p.slice(3))}]\n` }),
        ['b2.yaml', 'b3.yaml', 'b4.yaml'].map(
          (base) => `${base} has a problem: It is not read: a configuration has at most 256 KB with all it extends.`,
        ),
      );
    });

    it('in paths, each of which is compared with each file', async () => {
      const globs = (count: number, letter: string): string =>
        `[${Array.from({ length: count }, (_, i) => `${letter}${i}`).join()}]`;
      const message = 'This configuration is not in force: with all it extends, it names more than 2000 paths.';
      const over = `ignorePaths: ${globs(1000, 'a')}\noverrides: [{ paths: ${globs(1001, 'b')}, profile: all }]\n`;
      assert.deepEqual(await problems({ '/r/.seaworthy.yaml': over }), [message]);
      assert.deepEqual(
        await problems({ '/r/.seaworthy.yaml': over.replace('a999', 'a998').replace(',b1000', '') }),
        [],
      );
    });
  });

  it('does not extend itself by another spelling, on a disk that does not tell capitals apart', async () => {
    const texts = {
      '/r/.seaworthy.yaml': 'extends: base.yaml\n',
      '/r/base.yaml': 'extends: BASE.yaml\nprofile: all\n',
    };
    const files = memoryFiles(texts);
    const actual = (path: string): string | undefined =>
      Object.keys(texts).find((name) => name.toLowerCase() === path.toLowerCase());
    const insensitive = {
      ...files,
      real: actual,
      kind: (path: string) => files.kind(actual(path) ?? path),
      read: (path: string) => files.read(actual(path) ?? path),
    };
    const configurations = new Configurations(insensitive, rules);
    assert.equal((await configurations.for('/r/x.yaml')).settings.profile, 'all');
    assert.deepEqual(
      (await configurations.broken()).flatMap(({ problems }) => problems.map(({ message }) => message)),
      ['base.yaml has a problem: BASE.yaml extends this file in turn.'],
    );
  });

  it('follows the files that it extends', async () => {
    const files = memoryFiles({ '/r/.seaworthy.yaml': 'extends: ci/base.yaml\n', '/r/ci/base.yaml': 'profile: all\n' });
    const configurations = new Configurations(files, rules);
    const profileOf = async (): Promise<string> => (await configurations.for('/r/x.yaml')).settings.profile;
    assert.equal(configurations.holds('/r/ci/base.yaml'), false);
    assert.equal(await profileOf(), 'all');
    files.set('/r/ci/base.yaml', 'profile: strict\n');
    assert.equal(configurations.holds('/r/ci/base.yaml'), true);
    configurations.forget('/r/ci/base.yaml');
    assert.equal(await profileOf(), 'strict');
  });

  it('lies over the files that it extends, in its repository', async () => {
    const files = memoryFiles({
      '/r/.git/HEAD': '',
      '/r/base.yaml': 'profile: strict\nrules: {host-pid: low, host-ipc: low}\n',
      '/r/s/.seaworthy.yaml': 'extends: ../base.yaml\nrules: {host-ipc: off}\n',
      '/loop/.seaworthy.yaml': 'extends: [.seaworthy.yaml]\nprofile: all\n',
      '/gone/.seaworthy.yaml': 'extends: nowhere.yaml\n',
    });
    const configurations = new Configurations(files, rules);
    const { settings } = await configurations.for('/r/s/x.yaml');
    assert.equal(settings.profile, 'strict');
    assert.deepEqual(
      [...settings.severity],
      [
        ['host-pid', 'low'],
        ['host-ipc', 'off'],
      ],
    );
    assert.equal((await configurations.for('/loop/x.yaml')).settings.profile, 'all');
    await configurations.for('/gone/x.yaml');
    assert.deepEqual(
      (await configurations.broken()).map(({ problems }) => problems[0]?.message),
      ['.seaworthy.yaml extends this file in turn.', 'nowhere.yaml has a problem: It cannot be read: not found.'],
    );
  });

  it('extends no more files than anybody needs, however they multiply', async () => {
    const levels = Array.from({ length: 40 }, (_, i) => [`/r/${i}.yaml`, `extends: [${i + 1}.yaml, ${i + 1}.yaml]\n`]);
    const files = memoryFiles({
      '/r/.seaworthy.yaml': 'extends: 0.yaml\nprofile: strict\n',
      ...Object.fromEntries(levels),
      '/r/40.yaml': 'profile: all\n',
    });
    const configurations = new Configurations(files, rules);
    assert.equal((await configurations.for('/r/x.yaml')).settings.profile, 'strict');
    const [broken] = await configurations.broken();
    assert.match(broken?.problems[0]?.message ?? '', /extends more than 100 files/);
  });
});
