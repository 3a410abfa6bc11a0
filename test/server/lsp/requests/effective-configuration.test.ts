import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';
import { activeSeverity, defaultSettings, over, type Settings } from '../../../../rules/engine/settings/settings.ts';
import { configurationText } from '../../../../server/lsp/requests/effective-configuration.ts';

const read = (text: string): Partial<Settings> => {
  const { settings, overrides, problems } = readConfiguration(text, rules, '2026-11-24');
  assert.deepEqual(problems, [], text);
  return overrides.reduce((below, { settings: upper }) => over(below, upper), settings);
};
const shown = (settings: Settings, ignored = false): string =>
  configurationText('shop/a.yaml', { path: 'shop/.seaworthy.yaml', settings, ignores: () => ignored }, rules);

const everything = `
profile: essential
kubernetesVersion: "1.30"
frameworks: [nsa]
registries: ["registry.example.com:5000/team", "*.example.org"]
deniedRegistries: [docker.io]
otherIgnores: off
tags: { practice: off }
rules:
  host-ipc: low
  host-port: { severity: low, allow: ["8080", "9000-9010"] }
overrides:
  - namespaces: [kube-*, "a, b"]
    profile: all
    rules: { host-pid: off, added-capability: { allow: [NET_ADMIN] } }
`;

describe('what counts for a file', () => {
  const settings = over(defaultSettings, read(everything));

  it('is a configuration that means the same', () => {
    const again = read(shown(settings));
    for (const key of [
      'profile',
      'kubernetesMinor',
      'frameworks',
      'registries',
      'deniedRegistries',
      'otherIgnores',
    ] as const)
      assert.deepEqual(again[key], settings[key], key);
    assert.deepEqual(again.disabledTags, settings.disabledTags);
    assert.deepEqual(again.allowed, settings.allowed);
    assert.equal(again.severity?.get('host-ipc'), 'low');
    const whole = over(defaultSettings, again);
    for (const rule of rules) assert.equal(activeSeverity(rule, whole), activeSeverity(rule, settings), rule.id);
    assert.deepEqual(again.byNamespace, settings.byNamespace);
  });

  it('lists the rules that count otherwise than the profile says, each with its reason', () => {
    const rulesOf = (page: string): readonly string[] =>
      (/^rules:\n((?: {2}.*\n)*)/m.exec(page)?.[1] ?? '').split('\n').filter((line) => line !== '');
    assert.deepEqual(rulesOf(shown(defaultSettings)), []);
    const page = shown(
      over(defaultSettings, read('rules: {host-ipc: low}\nframeworks: [nsa]\ntags: {practice: off}\n')),
    );
    const lines = rulesOf(page);
    assert.ok(lines.includes('  host-ipc: low # set by the configuration; high in the profile recommended'));
    assert.ok(lines.some((line) => / # the framework nsa asks for it; off in the profile recommended$/.test(line)));
    assert.ok(lines.some((line) => /: off # the tag practice is off; \w+ in the profile recommended$/.test(line)));
    assert.ok(lines.length < rules.length / 4, `${lines.length} rules`);
    assert.match(page, /^# \d+ of \d+ rules are on\./m);
  });

  it('is a page without forged lines and without passwords', () => {
    const page = configurationText(
      'shop/a\nprofile: all.yaml',
      { path: 'x\u001b\nb', settings: { ...settings, registries: ['user:hunter2@example.com'] }, ignores: () => false },
      rules,
    );
    assert.match(
      page,
      /^# What counts for shop\/a\\nprofile: all\.yaml\n# The nearest configuration is x\\u001b\\nb, over/,
    );
    assert.match(page, /^registries: \[.*\*\*\*@example\.com.*\]$/m);
    assert.doesNotMatch(page, /hunter2/);
  });

  it('says where it comes from, and what else holds', () => {
    assert.match(
      shown(settings),
      /^# What counts for shop\/a\.yaml\n# The nearest configuration is shop\/\.seaworthy\.yaml/,
    );
    assert.match(shown({ ...settings, root: 'clusters/east' }), /\n# Only files below clusters\/east know of it\.\n/);
    const found = { path: undefined, settings, ignores: () => false };
    assert.match(
      configurationText('shop/templates/a.yaml', found, rules, [], ['db', 'cache']),
      /\n# Its chart asks for db, cache, not in charts\/: run helm dependency build/,
    );
    assert.match(shown(settings, true), /\n# It is not checked: ignorePaths leaves it out\.\n/);
  });
});
