import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { newestKubernetesMinor, oldestKubernetesMinor } from '../../rules/data/kubernetes.ts';
import { defaultSettings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';
import { oracleMissing } from './go.ts';
import { askOracle, fixturePath, type Verdicts } from './pod-security/oracle.ts';
import { generatePods, type Json } from './pod-security/pods.ts';

/** Rules of the standard, by the control's name in the admission library. */
const controls = new Map<string, Set<string>>();
for (const { id, standards } of rules) {
  for (const standard of standards) {
    if (standard.standard !== 'pss') continue;
    controls.set(standard.control, (controls.get(standard.control) ?? new Set()).add(id));
  }
}
const judges = rules.filter(({ standards }) => standards.some(({ standard }) => standard === 'pss'));
const linuxOnly = new Set(['capabilities_restricted', 'seccompProfile_restricted']);
const baselineRules = new Set(
  judges
    .filter(({ standards }) =>
      standards.some((standard) => standard.standard === 'pss' && standard.level === 'baseline'),
    )
    .map(({ id }) => id),
);
const minors = Array.from(
  { length: newestKubernetesMinor - oldestKubernetesMinor + 1 },
  (_, i) => oldestKubernetesMinor + i,
);
const settings = new Map(
  minors.map((minor) => [minor, { ...defaultSettings, profile: 'all', kubernetesMinor: minor } as const]),
);

/** The controls that our rules say a pod breaks. */
function ours(pod: Json, minor: number): string[] {
  const workspace = new Workspace(judges);
  const chosen = settings.get(minor);
  if (chosen === undefined) throw new RangeError(`no settings for 1.${minor}`);
  workspace.update({ path: 'pod.json', text: JSON.stringify(pod) }, chosen);
  const found = new Set(workspace.findings('pod.json').map(({ rule }) => rule));
  assert.deepEqual(workspace.failures(), []);
  // A baseline rule that names the restricted control as well does so for Linux: there the restricted level exempts Windows.
  const windows = minor >= 25 && JSON.stringify(pod).includes('"os":{"name":"windows"}');
  const speaks = (control: string, id: string): boolean =>
    found.has(id) && !(windows && linuxOnly.has(control) && baselineRules.has(id));
  const broken = [...controls]
    .filter(([control, ids]) => [...ids].some((id) => speaks(control, id)))
    .map(([control]) => control);
  // Until 1.35 baseline had no exception, so that the restricted level needed no control of its own.
  return broken.filter((control) => control !== 'procMount_restricted' || minor >= 35).sort();
}

function compare(pod: Json, verdicts: Verdicts, at: readonly number[]): void {
  for (const minor of at) {
    const official = verdicts.findLast(([from]) => from <= minor)?.[1] ?? [];
    assert.deepEqual(ours(pod, minor), [...official], `Kubernetes 1.${minor}: ${JSON.stringify(pod)}`);
  }
}

describe('Pod Security admission', () => {
  let recorded: { readonly pod: Json; readonly verdicts: Verdicts }[] = [];
  before(() => {
    recorded = readFileSync(fixturePath, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  });

  it('is answered for by a rule for every control that the library has', () => {
    const official = new Set(recorded.flatMap(({ verdicts }) => verdicts.flatMap(([, refusedBy]) => refusedBy)));
    assert.deepEqual([...official].sort(), [...controls.keys()].sort());
  });

  it('says the same of every recorded pod, control by control, at every version where its answer changes', () => {
    assert.ok(recorded.length > 2000);
    for (const { pod, verdicts } of recorded)
      compare(pod, verdicts, [...new Set([...verdicts.map(([from]) => from), newestKubernetesMinor])]);
  });

  it('says the same at every version', () => {
    // Each pod costs fourteen analyses, so every seventh is taken; the versions where an answer changes are all covered above.
    for (const { pod, verdicts } of recorded.filter((_, i) => i % 7 === 0)) compare(pod, verdicts, minors);
  });

  it('still says what was recorded', { skip: oracleMissing() ?? false }, (test) => {
    const pods = generatePods(1500);
    let verdicts: readonly (Verdicts | undefined)[];
    try {
      verdicts = askOracle(pods);
    } catch (error) {
      test.skip(error instanceof Error ? error.message : String(error));
      return;
    }
    assert.deepEqual(
      pods.map((pod, i) => ({ pod, verdicts: verdicts[i] })),
      recorded,
      'run: node test/oracle/pod-security/record.ts',
    );
  });
});
