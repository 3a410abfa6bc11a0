import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../../rules/catalog/index.ts';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';
import { defaultSettings, over, type Settings } from '../../../../rules/engine/settings/settings.ts';
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
    assert.equal(again.severity?.size, rules.length);
    assert.deepEqual(again.byNamespace, settings.byNamespace);
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
    assert.match(shown(settings, true), /\n# It is not checked: ignorePaths leaves it out\.\n/);
  });
});
