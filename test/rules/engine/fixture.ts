/** Rules made for the engine's tests: each does one simple thing, so that what is tested is the engine. */
import { defineRule, type LocalRule, type Rule, type WorkspaceRule } from '../../../rules/contract/rule.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';

const base = {
  severity: 'medium',
  profile: 'recommended',
  tags: [],
  since: '0.1.0',
  title: 'T',
  why: 'W.',
  remedy: 'R.',
  standards: [],
  aliases: [],
  examples: { bad: [], good: [] },
} as const;

/** Speaks of every container that does not set `stdin: false`; its fix does. */
export const stdin: LocalRule = defineRule({
  ...base,
  id: 'stdin',
  subject: 'container',
  fix: 'safe',
  check(container, report) {
    const field = container.at('stdin');
    if (field.missing || field.is(true))
      report(field, `${container.title} has stdin.`, () => ({
        title: 'Close stdin',
        changes: [field.set(false)],
        hardens: true,
      }));
  },
});

/** Speaks of every object's name; its fix changes behaviour. */
export const named: LocalRule = defineRule({
  ...base,
  id: 'named-x',
  subject: 'resource',
  severity: 'high',
  fix: 'review',
  check(resource, report) {
    const name = resource.at('metadata', 'name');
    if (name.is('x')) report(name, 'Named x.', () => ({ title: 'Name it z', changes: [name.set('z')] }));
  },
});

export const throwing: LocalRule = defineRule({
  ...base,
  id: 'throwing',
  subject: 'container',
  check() {
    throw new Error('a defect');
  },
});

/** Speaks of every workload unless some NetworkPolicy exists. */
export const alone: WorkspaceRule = defineRule({
  ...base,
  id: 'alone',
  subject: 'workspace',
  reads: ['workload', 'network-policy'],
  fix: 'review',
  check(facts, report) {
    if (facts.byKind['network-policy'].length > 0) return;
    for (const workload of facts.byKind.workload) {
      report(workload, `${workload.name} in ${facts.namespaceOf(workload) ?? 'any namespace'}.`, {
        fix: () => ({
          title: 'Add a policy',
          changes: [{ kind: 'document', text: policyText }],
          createsDocument: true,
        }),
      });
    }
  },
});

export const policyText =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: p\nspec:\n  podSelector: {}\n';

export const podText = (name: string, extra = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n${extra}spec:\n  containers:\n    - name: c\n      image: i:1\n`;

export function given(
  files: { readonly [path: string]: string },
  rules: readonly Rule[],
  { complete = true, retain = true, settings = defaultSettings } = {},
): Workspace {
  const workspace = new Workspace(rules);
  for (const [path, text] of Object.entries(files)) workspace.update({ path, text }, settings, { retain });
  workspace.complete = complete;
  workspace.refresh();
  return workspace;
}

export const said = (workspace: Workspace, path: string): string[] =>
  workspace.findings(path).map(({ rule, message }) => `${rule}: ${message}`);
