import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/index.ts';
import { Configurations } from '../../server/host/configuration.ts';
import { memoryFiles } from './memory-files.ts';

describe('the configuration of a file', () => {
  it('is the nearest above it', async () => {
    const files = memoryFiles({
      '/r/.seaworthy.yaml': 'profile: strict\n',
      '/r/a/.seaworthy.yaml': 'profile: essential\n',
    });
    const configurations = new Configurations(files, rules);
    assert.equal((await configurations.for('/r/a/b/x.yaml')).settings.profile, 'essential');
    assert.equal((await configurations.for('/r/x.yaml')).settings.profile, 'strict');
    assert.equal((await configurations.for('/x.yaml')).settings.profile, 'recommended');
  });

  it('beats the host, unless the host insists', async () => {
    const configurations = new Configurations(memoryFiles({ '/r/.seaworthy.yaml': 'profile: strict\n' }), rules);
    assert.equal((await configurations.for('/r/x.yaml', { profile: 'all' })).settings.profile, 'strict');
    assert.equal((await configurations.for('/r/x.yaml', {}, { profile: 'all' })).settings.profile, 'all');
  });

  it('is one object for all files it is in force for', async () => {
    const configurations = new Configurations(memoryFiles({ '/r/.seaworthy.yaml': 'profile: strict\n' }), rules);
    assert.equal((await configurations.for('/r/a.yaml')).settings, (await configurations.for('/r/b/c.yaml')).settings);
  });

  it('takes over what hadolint ignores and trusts, for Dockerfiles alone', async () => {
    const files = memoryFiles({
      '/r/.hadolint.yaml': 'ignored: [DL3007, DL3008]\ntrustedRegistries:\n  - registry.example.com\n',
      '/r/own/.seaworthy.yaml': 'registries: [example.com]\n',
      '/r/off/.seaworthy.yaml': 'otherIgnores: off\n',
    });
    const configurations = new Configurations(files, rules);
    const settings = async (path: string) => (await configurations.for(path)).settings;
    assert.deepEqual((await settings('/r/a/Dockerfile')).hadolintIgnored, ['DL3007', 'DL3008']);
    assert.deepEqual((await settings('/r/a/Dockerfile')).registries, ['registry.example.com']);
    assert.equal(await settings('/r/a/Dockerfile'), await settings('/r/b/Dockerfile'));
    assert.deepEqual((await settings('/r/own/Dockerfile')).registries, ['example.com']);
    assert.deepEqual((await settings('/r/off/Dockerfile')).hadolintIgnored, []);
    assert.deepEqual((await settings('/r/a/pod.yaml')).hadolintIgnored, []);
  });

  it('leaves paths alone, relative to itself', async () => {
    const configurations = new Configurations(
      memoryFiles({ '/r/.seaworthy.yaml': 'ignorePaths: ["vendor/**", "*.gen.yaml"]\n' }),
      rules,
    );
    const { ignores } = await configurations.for('/r/x.yaml');
    assert.deepEqual(['/r/vendor/a.yaml', '/r/b/x.gen.yaml', '/r/b/x.yaml'].map(ignores), [true, true, false]);
  });

  it('stays as it was while the file is wrong, and goes with the file', async () => {
    const files = memoryFiles({ '/r/.seaworthy.yaml': 'profile: strict\n' });
    const configurations = new Configurations(files, rules);
    const profile = async (): Promise<string> => (await configurations.for('/r/x.yaml')).settings.profile;
    assert.equal(await profile(), 'strict');
    files.set('/r/.seaworthy.yaml', 'profile: "str\n');
    configurations.forget('/r/.seaworthy.yaml');
    assert.equal(await profile(), 'strict');
    assert.equal((await configurations.broken()).length, 1);
    files.set('/r/.seaworthy.yaml', undefined);
    configurations.forget('/r/.seaworthy.yaml');
    assert.equal(await profile(), 'recommended');
    assert.deepEqual(await configurations.broken(), []);
  });
});
