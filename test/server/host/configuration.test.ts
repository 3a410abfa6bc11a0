import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { activeSeverity } from '../../../rules/engine/settings/settings.ts';
import { Configurations } from '../../../server/host/configuration.ts';
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

  it('is another object on another day, and the same one on the same day', async () => {
    let day = '2026-11-23';
    const files = memoryFiles({ '/r/.seaworthy.yaml': 'profile: strict\n' });
    const configurations = new Configurations(
      files,
      rules,
      undefined,
      () => [],
      () => day,
    );
    const { settings } = await configurations.for('/r/a.yaml');
    assert.equal(settings.today, '2026-11-23');
    assert.equal(configurations.newDay(), false);
    day = '2026-11-24';
    // Until somebody asks, so that one scan is of one day.
    assert.equal((await configurations.for('/r/a.yaml')).settings, settings);
    assert.equal(configurations.newDay(), true);
    assert.equal((await configurations.for('/r/a.yaml')).settings.today, '2026-11-24');
    assert.equal(configurations.newDay(), false);
  });

  it('is the one that was named instead of those above, with all it holds', async () => {
    const files = memoryFiles({
      '/r/.seaworthy.yaml': 'profile: strict\n',
      '/r/ci/strict.yaml': 'extends: ../base.yaml\noverrides: [{paths: ["a/**"], profile: all}]\n',
      '/r/base.yaml': 'profile: essential\n',
    });
    const configurations = new Configurations(files, rules, '/r/ci/strict.yaml');
    const profileOf = async (path: string): Promise<string> => (await configurations.for(path)).settings.profile;
    assert.equal(await profileOf('/r/x.yaml'), 'essential');
    assert.equal(await profileOf('/r/a/x.yaml'), 'essential', 'its globs are relative to itself');
    assert.equal(await profileOf('/r/ci/a/x.yaml'), 'all');
  });

  it('gives files the narrowest root that holds them', async () => {
    const files = memoryFiles({ '/r/.seaworthy.yaml': 'roots: ["clusters/*", ./clusters/a/edge/, tools]\n' });
    const configurations = new Configurations(files, rules);
    const rootOf = async (path: string): Promise<string> => (await configurations.for(path)).settings.root;
    assert.equal(await rootOf('/r/x.yaml'), '');
    assert.equal(await rootOf('/r/clusters/x.yaml'), '');
    assert.equal(await rootOf('/r/clusters/a/x.yaml'), '/r/clusters/a');
    assert.equal(await rootOf('/r/clusters/a/edge/deep/x.yaml'), '/r/clusters/a/edge');
    assert.equal(await rootOf('/r/tools/x.yaml'), '/r/tools');
    assert.equal(await rootOf('/r/toolset/x.yaml'), '');
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

  it('reads nothing above its repository, else above the folder that was opened, else above its own', async () => {
    const secret = 'password: hunter2\n';
    const extending = (base: string): string => `extends: ${base}\nprofile: strict\n`;
    const firstProblem = async (
      texts: { readonly [path: string]: string },
      opened: readonly string[] = [],
      only?: string,
    ): Promise<string | undefined> => {
      const files = memoryFiles({ '/outside/x.yaml': secret, '/etc/x.yaml': secret, '/etc/good.yaml': '', ...texts });
      const configurations = new Configurations(files, rules, only, () => opened);
      const { settings } = await configurations.for('/w/r/s/pod.yaml');
      assert.equal(settings.profile, 'strict', 'the rest of it counts');
      return (await configurations.broken())[0]?.problems[0]?.message;
    };
    const outside = /^\S+ is not read: it lies outside of the repository, or of the folder where there is none\.$/;
    const git = { '/w/r/.git/HEAD': '' };
    for (const base of [
      '../../../outside/x.yaml',
      '../../../etc/good.yaml',
      '../../nowhere.yaml',
      // Past the root of the disk, where nothing is above.
      '../../../../../../etc/x.yaml',
      '../../../../../../w/r/base.yaml/../../../../../etc/x.yaml',
    ])
      assert.match(
        (await firstProblem({ ...git, '/w/r/s/.seaworthy.yaml': extending(base) }, ['/'])) ?? '',
        outside,
        base,
      );
    const above = { '/w/r/s/.seaworthy.yaml': extending('../base.yaml'), '/w/r/base.yaml': '' };
    assert.equal(await firstProblem({ ...above, ...git }), undefined);
    assert.equal(await firstProblem(above, ['/w/r']), undefined);
    assert.match((await firstProblem(above, ['/w/r/s'])) ?? '', outside);
    assert.match((await firstProblem(above)) ?? '', outside);
    // What a person names beside the repository is no stranger's; what a stranger put into it is, whoever names it.
    const named = '/home/strict.yaml';
    assert.equal(await firstProblem({ [named]: extending('../etc/good.yaml'), ...git }, ['/w/r'], named), undefined);
    const inside = '/w/r/ci/strict.yaml';
    assert.match(
      (await firstProblem({ [inside]: extending('../../../etc/good.yaml'), ...git }, [], inside)) ?? '',
      outside,
    );
  });

  it('may differ by path, and ignore rules there until a day', async () => {
    const files = memoryFiles({
      '/r/.seaworthy.yaml': `profile: recommended
overrides:
  - paths: ["test/**"]
    profile: essential
  - paths: ["**/legacy.yaml"]
    rules: {host-pid: low}
ignores:
  - rule: host-network
    paths: [agents/**]
    reason: they watch the network of their node
    until: 2999-01-31
  - rule: host-ipc
    reason: it was agreed
    until: 2020-01-31
`,
    });
    const configurations = new Configurations(files, rules);
    const settings = async (path: string) => (await configurations.for(path)).settings;
    assert.equal((await settings('/r/test/a.yaml')).profile, 'essential');
    assert.equal((await settings('/r/a.yaml')).profile, 'recommended');
    assert.deepEqual([...(await settings('/r/test/legacy.yaml')).severity], [['host-pid', 'low']]);
    assert.deepEqual([...(await settings('/r/agents/a.yaml')).severity], [['host-network', 'off']]);
    assert.equal(await settings('/r/test/a.yaml'), await settings('/r/test/b.yaml'));
    const [told] = await configurations.broken();
    assert.match(told?.problems[0]?.message ?? '', /ended on 2020-01-31, so that host-ipc is reported again/);
    assert.equal(told?.problems[0]?.harmless, true);
  });

  it('asks for frameworks beyond its profile', async () => {
    const files = memoryFiles({ '/r/.seaworthy.yaml': 'profile: essential\nframeworks: [pss-restricted]\n' });
    const { settings } = await new Configurations(files, rules).for('/r/x.yaml');
    for (const rule of rules)
      if (rule.standards.some(({ standard }) => standard === 'pss'))
        assert.notEqual(activeSeverity(rule, settings), undefined, rule.id);
    assert.ok(rules.some((rule) => activeSeverity(rule, settings) === undefined));
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
