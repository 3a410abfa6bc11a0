/** A repository that tries each trick: what Git would run by its configuration leaves a mark, and a mark is a failure. */
import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Git } from '../../../server/host/git.ts';
import { lacksGit, Repository } from '../cli/repository.ts';

const pod = (image: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: ${image}\n      securityContext:\n        privileged: true\n`;

describe('a repository of a stranger', { skip: lacksGit || process.platform === 'win32' }, () => {
  let repository: Repository;
  const marks = (): readonly string[] => readdirSync(join(repository.path, 'marks'));
  before(() => {
    repository = new Repository();
    repository.write('marks/.gitkeep', '');
    repository.write('pod.yaml', pod('registry.example.com/web:1'));
    repository.commit('Begin');
    repository.write('.gitattributes', '* filter=evil diff=evil merge=evil\n');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'Attributes');
    const script = (name: string): string => {
      const path = join(repository.path, '.git', `${name}.sh`);
      repository.write(`.git/${name}.sh`, `#!/bin/sh\ntouch ${join(repository.path, 'marks', name)}\ncat\n`);
      chmodSync(path, 0o755);
      return path;
    };
    const set = (name: string, value: string): string => repository.git('config', name, value);
    for (const hook of readdirSync(join(repository.path, '.git/hooks')))
      repository.write(
        `.git/own-hooks/${hook.replace('.sample', '')}`,
        `#!/bin/sh\ntouch ${repository.path}/marks/hook\n`,
      );
    for (const hook of readdirSync(join(repository.path, '.git/own-hooks')))
      chmodSync(join(repository.path, '.git/own-hooks', hook), 0o755);
    set('core.hooksPath', join(repository.path, '.git/own-hooks'));
    set('core.sshCommand', script('ssh'));
    set('core.pager', script('pager'));
    set('core.editor', script('editor'));
    set('core.askPass', script('askpass'));
    set('core.alternateRefsCommand', script('alternates'));
    set('diff.external', script('diff'));
    for (const key of ['textconv', 'command']) set(`diff.evil.${key}`, script(`diff-${key}`));
    for (const key of ['clean', 'smudge', 'process']) set(`filter.evil.${key}`, script(`filter-${key}`));
    set('merge.evil.driver', script('merge'));
    set('credential.helper', `!${script('credential')}`);
    for (const alias of ['rev-parse', 'ls-tree', 'cat-file']) set(`alias.${alias}`, `!${script('alias')}`);
    // A commit that lacks an object asks its remote for it, which is a program.
    set('extensions.partialClone', 'origin');
    set('remote.origin.promisor', 'true');
    set('protocol.ext.allow', 'always');
    set('remote.origin.url', `ext::${script('transport')}`);
    set('uploadpack.packObjectsHook', script('upload'));
    set('core.fsmonitor', script('fsmonitor'));
  });
  after(() => repository.remove());

  it('runs nothing by its configuration, and is read all the same', () => {
    repository.write('other.yaml', pod('registry.example.com/web:2').replace('name: web', 'name: other'));
    const { out, status, error } = repository.run('scan', '--since', 'HEAD~1', '--format', 'json');
    assert.deepEqual([error, status], ['', 1]);
    const files = JSON.parse(out).findings.map(({ file }: { readonly file: string }) => file);
    assert.deepEqual([...new Set(files)], ['other.yaml']);
    assert.equal(repository.run('baseline', 'write').status, 0);
    assert.equal(repository.run('scan').status, 0);
    assert.deepEqual(marks(), ['.gitkeep']);
  });

  it('the marks are made where Git is asked without care', () => {
    repository.write('pod.yaml', pod('registry.example.com/web:3'));
    repository.git('diff', '--ext-diff', 'HEAD');
    assert.notDeepEqual(marks(), ['.gitkeep'], 'the tricks work');
  });

  it('fetches no object that is missing', async () => {
    for (const mark of marks()) if (mark !== '.gitkeep') repository.removeFile(`marks/${mark}`);
    const git = new Git(repository.path);
    const absent = '1234567890123456789012345678901234567890';
    assert.equal((await git.blobs([absent])).size, 0);
    assert.equal(await git.commit(absent), undefined);
    assert.equal(await git.files(absent), undefined);
    assert.deepEqual(marks(), ['.gitkeep']);
  });

  it('takes no reference for an option', async () => {
    const git = new Git(repository.path);
    for (const reference of ['--output=marks/x', '-x', '--exec=touch marks/x', '', 'main\nHEAD', '$(touch marks/x)'])
      assert.equal(await git.commit(reference), undefined, reference);
    assert.deepEqual(marks(), ['.gitkeep']);
  });

  it('is looked for in no program that it brings', async () => {
    repository.write('git', `#!/bin/sh\ntouch ${repository.path}/marks/own\n`);
    chmodSync(join(repository.path, 'git'), 0o755);
    assert.match((await new Git(repository.path).commit('HEAD')) ?? '', /^[0-9a-f]{40}$/);
    assert.deepEqual(marks(), ['.gitkeep']);
    assert.ok(existsSync(join(repository.path, 'git')));
  });
});

describe('what Git says', { skip: lacksGit }, () => {
  it('are the files of a commit with their bytes, whatever their names', async () => {
    const repository = new Repository();
    const name = process.platform === 'win32' ? 'ü b.yaml' : 'ü\n"b\t.yaml';
    repository.write(name, 'a\nb\n');
    repository.write('deep/er/c.yaml', 'c');
    if (process.platform !== 'win32') repository.link('link.yaml', 'deep/er/c.yaml');
    repository.commit('All');
    const git = new Git(repository.path);
    const files = (await git.files((await git.commit('main')) ?? '')) ?? [];
    assert.deepEqual(files.map(({ path, size }) => [path, size]).sort(), [
      ['deep/er/c.yaml', 1],
      [name, 4],
    ]);
    const blobs = await git.blobs(files.map(({ id }) => id));
    assert.deepEqual([...blobs.values()].map((bytes) => Buffer.from(bytes).toString()).sort(), ['a\nb\n', 'c']);
    repository.remove();
  });
});
