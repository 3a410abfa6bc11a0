import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfiguration } from '../../../../rules/engine/settings/configuration.ts';

const known = [{ id: 'host-pid' }, { id: 'host-port', allows: 'ports' }];

describe('.seaworthy.yaml', () => {
  it('sets what it names and nothing else', () => {
    const { settings, problems } = readConfiguration(
      'profile: strict\nkubernetesVersion: 1.30\nrules:\n  host-pid: off\n  host-port: high\ntags:\n  practice: off\nignorePaths: ["vendor/**"]\nregistries:\n  - registry.example.com\n',
      known,
      '2026-11-23',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      profile: 'strict',
      kubernetesMinor: 30,
      severity: new Map([
        ['host-pid', 'off'],
        ['host-port', 'high'],
      ]),
      disabledTags: new Set(['practice']),
      ignorePaths: ['vendor/**'],
      registries: ['registry.example.com'],
    });
  });

  it('has overrides for paths, for namespaces, and for both', () => {
    const { overrides, problems } = readConfiguration(
      'overrides:\n  - {paths: [a], profile: all}\n  - {namespaces: [kube-*], profile: all}\n  - {paths: [b], namespaces: [c], profile: all}\n',
      known,
      '2026-11-23',
    );
    assert.deepEqual(problems, []);
    const inside = (name: string): object => ({ byNamespace: [{ names: [name], settings: { profile: 'all' } }] });
    assert.deepEqual(overrides, [
      { paths: ['a'], settings: { profile: 'all' } },
      { paths: ['**'], settings: inside('kube-*') },
      { paths: ['b'], settings: inside('c') },
    ]);
  });

  it('tells rules what is fine', () => {
    const { settings, problems } = readConfiguration(
      'rules:\n  host-port: {severity: low, allow: [9100, "80"]}\n  host-pid: {severity: off}\n',
      known,
      '2026-11-23',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      severity: new Map([
        ['host-port', 'low'],
        ['host-pid', 'off'],
      ]),
      allowed: new Map([['host-port', new Set(['9100', '80'])]]),
    });
  });

  it('understands former ids, and names the new ones', () => {
    const { settings, overrides, problems } = readConfiguration(
      'preview: on\nrules:\n  shared-pid: off\nignores:\n  - {rule: shared-pid, reason: fine}\n',
      [{ id: 'host-pid', formerIds: ['shared-pid'] }],
      '2026-11-23',
    );
    assert.deepEqual(
      problems.map(({ message, harmless }) => [message, harmless]),
      [
        ['shared-pid is now called host-pid.', true],
        ['shared-pid is now called host-pid.', true],
      ],
    );
    const off = { severity: new Map([['host-pid', 'off']]) };
    assert.deepEqual(settings, { preview: true, ...off });
    assert.deepEqual(overrides, [{ paths: ['**'], settings: off }]);
  });

  it('may be empty', () =>
    assert.deepEqual(readConfiguration('# later\n', known, '2026-11-23'), {
      settings: {},
      bases: [],
      roots: [],
      overrides: [],
      problems: [],
    }));

  const wrong: readonly (readonly [string, string, RegExp, string])[] = [
    ['a setting that does not exist', 'profil: strict\n', /did you mean profile\?/, 'profil'],
    ['a profile that does not exist', 'profile: hard\n', /one of essential, recommended, strict, all/, 'hard'],
    ['a version out of range', 'kubernetesVersion: "1.99"\n', /from 1\.24 to/, '"1.99"'],
    ['a rule that does not exist', 'rules:\n  host-pd: off\n', /did you mean host-pid\?/, 'host-pd'],
    ['a level that does not exist', 'rules:\n  host-pid: loud\n', /one of critical, high/, 'loud'],
    ['a text where a list belongs', 'ignorePaths: vendor\n', /list of globs/, 'vendor'],
    ['a list', '- profile\n', /a map of settings/, ''],
    ['a framework that does not exist', 'frameworks: [cys]\n', /did you mean cis\?/, 'cys'],
    ['an override for nothing', 'overrides:\n  - profile: all\n', /which `paths`/, 'profile'],
    [
      'a setting an override cannot have',
      'overrides: [{paths: [a], ignorePaths: [b]}]\n',
      /no setting ignorePaths/,
      'ignorePaths',
    ],
    ['something to allow where nothing can be', 'rules: {host-pid: {allow: [1]}}\n', /nothing that host-pid/, 'allow'],
    ['something to allow that is no list', 'rules: {host-port: {allow: 80}}\n', /allow is a list of ports/, '80'],
    ['a setting that no rule has', 'rules: {host-port: {alow: []}}\n', /did you mean allow\?/, 'alow'],
    ['an override for a namespace that is no list', 'overrides: [{namespaces: a}]\n', /list of namespaces/, 'a'],
    ['roots that are no list', 'roots: clusters\n', /list of folders/, 'clusters'],
    ['an ignore of nothing', 'ignores: [{reason: fine}]\n', /names a rule/, ''],
    ['an ignore of an unknown rule', 'ignores: [{rule: host-pd, reason: fine}]\n', /did you mean host-pid/, 'host-pd'],
    ['an ignore without a reason', 'ignores: [{rule: host-pid}]\n', /gives a reason/, 'host-pid'],
    ['something accepted without an id', 'vulnerabilities: [{reason: a, until: 2027-01-01}]\n', /has an id/, ''],
    [
      'something accepted without a reason',
      'vulnerabilities: [{id: CVE-1, until: 2027-01-01}]\n',
      /has a reason/,
      'CVE-1',
    ],
    ['something accepted for ever', 'vulnerabilities: [{id: CVE-1, reason: a}]\n', /ends on a day/, 'CVE-1'],
    ['an ignore until no day', 'ignores: [{rule: host-pid, reason: fine, until: soon}]\n', /is a day/, 'soon'],
    [
      'a file of the network',
      'extends: https://example.com/a.yaml\n',
      /files beside this one/,
      'https://example.com/a.yaml',
    ],
    ['broken YAML', 'profile: "strict\n', /not valid YAML/, ''],
  ];
  for (const [name, text, message, place] of wrong) {
    it(`says where and why: ${name}`, () => {
      const { problems } = readConfiguration(text, known, '2026-11-23');
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', message);
      if (place !== '') assert.equal(text.slice(problems[0]?.span.start, problems[0]?.span.end), place);
    });
  }

  it('what is right is used all the same', () =>
    assert.equal(readConfiguration('profile: strict\nprofil: x\n', known, '2026-11-23').settings.profile, 'strict'));
});
