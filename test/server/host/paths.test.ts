import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { Configurations } from '../../../server/host/configuration.ts';
import { diskOf, foldersAbove, isFilePath, onDisk, slashed } from '../../../server/host/paths.ts';
import { scopeOf } from '../../../server/host/scope.ts';
import { memoryFiles } from './memory-files.ts';

describe('a path of the system', () => {
  it('has one spelling, whichever way it is written', () => {
    assert.equal(slashed('C:\\r\\a.yaml', 'win32'), 'C:/r/a.yaml');
    assert.equal(slashed('\\\\?\\C:\\r\\a.yaml', 'win32'), 'C:/r/a.yaml');
    assert.equal(slashed('\\\\server\\share\\a.yaml', 'win32'), '//server/share/a.yaml');
    assert.equal(slashed('\\\\?\\UNC\\server\\share\\a.yaml', 'win32'), '//server/share/a.yaml');
  });

  it('keeps its backslashes where these are part of names', () => {
    for (const platform of ['linux', 'darwin'] as const)
      assert.equal(slashed('/r/a\\b.yaml', platform), '/r/a\\b.yaml');
  });
});

describe('what can be a file', () => {
  const windows = (path: string): boolean => isFilePath(path, 'win32');

  it('is no device of Windows, whatever is behind its name', () => {
    for (const name of [
      'CON',
      'nul',
      'aux.yaml',
      'COM1',
      'lpt9.tar.gz',
      'COM¹',
      'con ',
      'prn...',
      'CONIN$',
      'nul:x',
      'nul .y',
    ])
      assert.ok(!windows(`C:/r/${name}`), name);
    assert.ok(!windows('C:/r/con/a.yaml'));
    for (const name of ['console.yaml', 'com10', 'nulls', 'aux-1.yaml', 'com', 'lpt.yaml', '.con'])
      assert.ok(windows(`C:/r/${name}`), name);
  });

  it('is nothing in the namespaces of devices, where pipes lie', () => {
    for (const path of [
      '//./pipe/docker_engine',
      '//./PhysicalDrive0',
      '//?/GLOBALROOT/Device',
      '//?/Volume{x}/a',
      '//.',
    ])
      assert.ok(!windows(path), path);
    assert.ok(windows('//server/share/a.yaml'));
  });

  it('is no stream within a file, and no way out in the form of a name', () => {
    for (const path of ['C:/r/a.yaml:hidden', 'C:/r/a.yaml::$DATA', 'C:/r/..\\..\\x.yaml', 'C:/r/D:/x', 'C:x.yaml'])
      assert.ok(!windows(path), path);
    assert.ok(windows('C:/r/a b.yaml') && windows('c:') && windows('C:/'));
  });

  it('is nothing that has a URI alone, and nothing in the current folder', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      for (const path of [
        'untitled:Untitled-1',
        'git:/r/a.yaml',
        'vscode-remote://host/r/a.yaml',
        'a.yaml',
        '../a.yaml',
        '',
      ])
        assert.ok(!isFilePath(path, platform), path);
  });

  it('may have any name elsewhere, but none that ends within', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      for (const name of ['con', 'a:b', 'a\\b', 'nul.yaml']) assert.ok(isFilePath(`/r/${name}`, platform), name);
      assert.ok(!isFilePath('/r/a.yaml\0.png', platform));
    }
  });
});

describe('the folders above a path', () => {
  it('are those that hold it, nearest first', () => {
    assert.deepEqual(foldersAbove('/a/b/c.yaml'), ['/a/b', '/a']);
    assert.deepEqual(foldersAbove('C:/a/c.yaml'), ['C:/a', 'C:']);
    assert.deepEqual(foldersAbove('C:/c.yaml'), ['C:']);
    assert.deepEqual(foldersAbove('untitled:Untitled-1'), []);
  });

  it('end at the share, above which are other computers', () => {
    assert.deepEqual(foldersAbove('//server/share/a/c.yaml'), ['//server/share/a', '//server/share']);
    assert.deepEqual(foldersAbove('//server/share'), []);
  });

  it('so that no computer is asked for a configuration', async () => {
    const files = memoryFiles({ '//server/share/a/x.yaml': '' });
    const asked: string[] = [];
    const watched = {
      ...files,
      kind: (path: string) => {
        asked.push(path);
        return files.kind(path);
      },
    };
    await scopeOf(watched, '//server/share/a/x.yaml');
    await new Configurations(watched, rules).for('//server/share/a/Dockerfile');
    assert.ok(asked.length > 3);
    assert.deepEqual(
      asked.filter((path) => !path.startsWith('//server/share/')),
      [],
    );
  });
});

it('a path lies on a disk, a drive or a share', () => {
  assert.equal(diskOf('/a/b'), '/');
  assert.equal(diskOf('C:/a/b'), 'C:/');
  assert.equal(diskOf('//server/share/a'), '//server/share/');
  assert.equal(diskOf('//server/share'), '//server/share/');
});

it('a drive is asked for its root', () => {
  assert.equal(onDisk('C:'), 'C:/');
  for (const path of ['C:/a', '/a', '//server/share']) assert.equal(onDisk(path), path);
});

describe('what leads out of the repository', () => {
  it('is refused in the spelling of Windows as well, in the same words whether it exists or not', async () => {
    const said = async (base: string, there: boolean): Promise<readonly string[]> => {
      const texts = { 'C:/r/.git/HEAD': '', 'C:/r/.seaworthy.yaml': `extends: '${base}'\n` };
      const files = memoryFiles(there ? { ...texts, 'C:/x.yaml': 'secret: 1\n' } : texts);
      // As the disk of Windows answers: it knows the way, and the name is none.
      const windows = {
        ...files,
        kind: (path: string) => (isFilePath(path, 'win32') ? files.kind(path) : undefined),
        real: (path: string) => (isFilePath(path, 'win32') ? files.real(path) : undefined),
        read: (path: string) =>
          isFilePath(path, 'win32') ? files.read(path) : { unreadable: 'not the name of a file here' },
      };
      const configurations = new Configurations(windows, rules);
      await configurations.for('C:/r/a.yaml');
      return (await configurations.broken()).flatMap(({ problems }) => problems.map(({ message }) => message));
    };
    for (const base of [
      '..\\x.yaml',
      '../x.yaml',
      'C:\\x.yaml',
      'C:/x.yaml',
      '\\\\evil\\share\\x.yaml',
      '//evil/share/x.yaml',
      'NUL',
      'a/..\\..\\..\\x.yaml',
    ]) {
      const [with_, without] = [await said(base, true), await said(base, false)];
      assert.equal(with_.length, 1, base);
      assert.deepEqual(with_, without, base);
      assert.doesNotMatch(with_.join(), /secret/);
    }
  });
});
