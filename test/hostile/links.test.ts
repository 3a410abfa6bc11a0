/** Links: what is reached by them, under which name, and what never is. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Folder, Report } from '../server/cli/program.ts';
import { dockerfile, fixedDockerfile, lacks, pod, using } from './ground.ts';

const filesOf = ({ findings }: Report): string[] => [...new Set(findings.map(({ file }) => file))].sort();
const reasonsOf = ({ skipped }: Report): Record<string, string> =>
  Object.fromEntries(skipped.map(({ file, reason }) => [file, reason]));
const scan = (ground: Folder, ...paths: string[]): Report => ground.run('scan', ...paths, '--format', 'json').json();
const outside = 'a symbolic link that leads out of the folder';

describe('a link inside the given folder', { skip: lacks.links }, () => {
  it('to a file or a folder is no second file', () =>
    using((ground) => {
      ground.write('real/pod.yaml', pod('web'));
      ground.link('again', 'real');
      ground.link('again.yaml', 'real/pod.yaml');
      ground.link('chain', 'again');
      const report = scan(ground, '.');
      assert.deepEqual(filesOf(report), ['real/pod.yaml']);
      assert.equal(report.findings.filter(({ rule }) => rule === 'privileged-container').length, 1);
      assert.equal(report.summary.files, 1);
    }));

  it('names what no walk finds, once, with the language of its name', () =>
    using((ground) => {
      ground.write('docker/production.txt', dockerfile);
      ground.link('Dockerfile', 'docker/production.txt');
      ground.write('vendor/chart/pod.yaml', pod('web'));
      ground.link('chart', 'vendor/chart');
      ground.link('chart2', 'vendor/chart');
      assert.deepEqual(filesOf(scan(ground, '.')), ['docker/production.txt', 'vendor/chart/pod.yaml']);
      assert.equal(ground.run('fix').out, '1 finding fixed in 1 file.\n');
      assert.equal(ground.read('docker/production.txt'), fixedDockerfile);
    }));

  it('in a circle is named, and hangs nothing', () =>
    using((ground) => {
      ground.write('pod.yaml', pod('web'));
      ground.link('a', 'b');
      ground.link('b.yaml', 'c.yaml');
      ground.link('c.yaml', 'b.yaml');
      ground.write('deep/er/pod.yaml', pod('deep'));
      ground.link('deep/er/up', '..');
      ground.link('deep/er/top', '../..');
      const report = scan(ground, '.');
      assert.deepEqual(filesOf(report), ['deep/er/pod.yaml', 'pod.yaml']);
      assert.deepEqual(reasonsOf(report), {
        'b.yaml': 'a loop of symbolic links',
        'c.yaml': 'a loop of symbolic links',
        'deep/er/top': 'a symbolic link to a folder it lies in',
        'deep/er/up': 'a symbolic link to a folder it lies in',
      });
    }));
});

describe('a link out of the given folder', { skip: lacks.links }, () => {
  it('is neither read nor written, and is named', () =>
    using((ground) => {
      ground.write('beside/pod.yaml', pod('beside'));
      ground.write('beside/Dockerfile', dockerfile);
      ground.write('project/own.yaml', pod('own'));
      ground.link('project/folder', '../beside');
      ground.link('project/Dockerfile', '../beside/Dockerfile');
      ground.link('project/chain.yaml', 'folder/pod.yaml');
      ground.link('project/absolute.yaml', `${ground.path}/beside/pod.yaml`);
      const report = scan(ground, 'project');
      assert.deepEqual(filesOf(report), ['project/own.yaml']);
      assert.deepEqual(reasonsOf(report), {
        'project/Dockerfile': outside,
        'project/absolute.yaml': outside,
        'project/chain.yaml': outside,
        'project/folder': outside,
      });
      ground.run('fix', 'project', '--level', 'review', '--profile', 'all');
      assert.notEqual(ground.read('project/own.yaml'), pod('own'));
      assert.equal(ground.read('beside/pod.yaml'), pod('beside'));
      assert.equal(ground.read('beside/Dockerfile'), dockerfile);
    }));

  it('is so also where the repository around both is read for its facts', () =>
    using((ground) => {
      mkdirSync(`${ground.path}/.git`);
      ground.write('beside/Dockerfile', dockerfile);
      ground.link('project', 'real');
      ground.write('real/own.yaml', pod('own'));
      ground.link('real/beside', '../beside');
      const report = scan(ground, 'real');
      assert.deepEqual([filesOf(report), reasonsOf(report)], [['real/own.yaml'], { 'real/beside': outside }]);
      assert.match(ground.run('fix', 'real').out, /Nothing to fix/);
      assert.equal(ground.read('beside/Dockerfile'), dockerfile);
    }));

  it('to the root of the disk, to the processes or to a device ends at once', () =>
    using((ground) => {
      ground.write('pod.yaml', pod('web'));
      ground.link('root', '/');
      ground.link('processes', '/proc');
      ground.link('Dockerfile', '/dev/zero');
      ground.link('x.yaml', '/dev/stdin');
      const report = scan(ground, '.');
      assert.deepEqual(filesOf(report), ['pod.yaml']);
      assert.equal(reasonsOf(report)['root'], outside);
      assert.equal(reasonsOf(report)['Dockerfile'], outside);
    }));

  it('into another given folder is no second file there, and nothing is missed', () =>
    using((ground) => {
      ground.write('a/pod.yaml', pod('a'));
      ground.write('b/pod.yaml', pod('b'));
      ground.link('a/b', '../b');
      ground.link('b/a.yaml', '../a/pod.yaml');
      const report = scan(ground, 'a', 'b');
      assert.deepEqual([filesOf(report), report.skipped], [['a/pod.yaml', 'b/pod.yaml'], []]);
      assert.equal(report.summary.files, 2);
    }));
});

describe('a given path that is a link', { skip: lacks.links }, () => {
  it('is read and written where it leads, and keeps its spelling', () =>
    using((ground) => {
      ground.write('real/Dockerfile', dockerfile);
      ground.link('folder', 'real');
      assert.deepEqual(filesOf(scan(ground, 'folder', '--profile', 'all')), ['folder/Dockerfile']);
      ground.link('file', 'real/Dockerfile');
      ground.link('Dockerfile.link', 'real/Dockerfile');
      assert.deepEqual(filesOf(scan(ground, 'Dockerfile.link', '--profile', 'all')), ['Dockerfile.link']);
      assert.equal(ground.run('fix', 'file').out, '1 finding fixed in 1 file.\n');
      assert.equal(ground.read('real/Dockerfile'), fixedDockerfile);
      assert.equal(ground.read('file'), fixedDockerfile, 'the link is a link still');
    }));

  it('says once what another given path says too', () =>
    using((ground) => {
      ground.write('real/pod.yaml', pod('web'));
      ground.link('link', 'real');
      for (const paths of [
        ['real', 'link'],
        ['link', 'real'],
        ['.', 'link'],
        ['real/pod.yaml', 'link/pod.yaml'],
      ])
        assert.deepEqual([paths, filesOf(scan(ground, ...paths))], [paths, ['real/pod.yaml']]);
    }));
});
