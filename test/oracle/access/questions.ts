/** Questions about selectors and roles, of words that authorizers stumble over. The same ones every time. */
import { numbers } from '../numbers.ts';

export interface SelectorQuestion {
  readonly selector: {
    readonly matchLabels: { readonly [key: string]: string };
    readonly matchExpressions: readonly {
      readonly key: string;
      readonly operator: string;
      readonly values?: readonly string[];
    }[];
  };
  readonly labels: { readonly [key: string]: string };
}

export interface RuleQuestion {
  readonly rule: {
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly verbs: readonly string[];
  };
  readonly request: { readonly group: string; readonly resource: string; readonly verb: string };
}

const keys = ['app', 'tier', 'example.com/zone'];
const values = ['web', 'db', ''];
const groups = ['', 'apps', '*', 'rbac.authorization.k8s.io'];
const resources = [
  'pods',
  'pods/exec',
  'pods/*',
  '*',
  '*/exec',
  '*/scale',
  'deployments/scale',
  'secrets',
  'nodes/proxy',
];
const verbs = ['get', 'create', 'bind', '*'];

export function selectorQuestions(count: number): readonly SelectorQuestion[] {
  const next = numbers(7);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const labels = (most: number): { [key: string]: string } =>
    Object.fromEntries(Array.from({ length: next(most + 1) }, () => [pick(keys), pick(values)]));
  return Array.from({ length: count }, () => {
    const matchExpressions = Array.from({ length: next(3) }, () => {
      const operator = pick(['In', 'NotIn', 'Exists', 'DoesNotExist']);
      const some = Array.from({ length: 1 + next(2) }, () => pick(values));
      return { key: pick(keys), operator, ...(operator.endsWith('In') ? { values: some } : {}) };
    });
    return { selector: { matchLabels: labels(1), matchExpressions }, labels: labels(3) };
  });
}

export function ruleQuestions(count: number): readonly RuleQuestion[] {
  const next = numbers(11);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const some = (list: readonly string[]): readonly string[] => Array.from({ length: 1 + next(2) }, () => pick(list));
  const asked = (list: readonly string[]): string => pick(list.filter((word) => !word.includes('*')));
  return Array.from({ length: count }, () => ({
    rule: { apiGroups: some(groups), resources: some(resources), verbs: some(verbs) },
    request: { group: asked(groups), resource: asked(resources), verb: asked(verbs) },
  }));
}
