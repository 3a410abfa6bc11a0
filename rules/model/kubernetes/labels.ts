/**
 * Labels and selectors as Kubernetes evaluates them (k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go, LabelSelectorAsSelector).
 * Plain data, so that selectors can be kept as facts.
 */
import type { Field } from '../../yaml/field.ts';

/** Labels by key. */
export type Labels = { readonly [key: string]: string };

/** One requirement of a selector; `values` is empty for the operators that take none. */
export type Requirement = {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
};

/** All requirements must hold; none at all selects everything. */
export type Selector = readonly Requirement[];

/** @returns whether it asks for nothing, and so selects everything. */
export const selectsAll = (selector: Selector): boolean => selector.length === 0;

/**
 * Reads a LabelSelector (`matchLabels`, `matchExpressions`).
 * @returns undefined when a part of it is unknown (templated, wrong type, an operator that does not exist).
 */
export function readSelector(field: Field): Selector | undefined {
  if (field.unknown || field.isWrongType('map')) return undefined;
  const exact = readLabels(field.at('matchLabels'));
  if (exact === undefined) return undefined;
  const requirements: Requirement[] = Object.entries(exact).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }));
  const expressions = field.at('matchExpressions');
  if (expressions.unknown || expressions.isWrongType('list')) return undefined;
  for (const item of expressions.items) {
    const key = item.at('key').text;
    const operator = item.at('operator').string;
    if (key === undefined || !isOperator(operator)) return undefined;
    requirements.push({ key, operator, values: item.at('values').items.map((value) => value.text ?? '') });
  }
  return requirements;
}

/** A map of strings, such as labels or a Service's selector; undefined when a value is unknown. */
export function readLabels(field: Field): Labels | undefined {
  if (field.unknown || field.isWrongType('map')) return undefined;
  const labels: Record<string, string> = {};
  for (const [key, value] of field.entries) {
    if (value.state === 'null') labels[key] = '';
    else if (value.text === undefined) return undefined;
    else labels[key] = value.text;
  }
  return labels;
}

/**
 * Labels by which a policy can select the pods of a controller: those of its selector, which never change; those of its template alone may be versions.
 * A selector that misses its own pods would make a policy that speaks for none, so all labels stand in for it.
 * @param labels of the pods; undefined when unknown. @returns an empty map when there is nothing to select by.
 */
export function steadyLabels(selector: Labels, labels: Labels | undefined): Labels {
  const chosen = Object.entries(selector);
  const isKept = labels === undefined || chosen.every(([key, value]) => labels[key] === value);
  return chosen.length > 0 && isKept ? selector : (labels ?? {});
}

/** @returns whether labels meet all requirements. An absent key meets `NotIn`, as in Kubernetes. */
export function matches(selector: Selector, labels: Labels): boolean {
  return selector.every((requirement) =>
    holds(requirement, Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined),
  );
}

/** @param labels undefined when unknown. @returns undefined when the answer hangs on what is not known. */
export function matchesPartly(selector: Selector, labels: Labels | undefined): boolean | undefined {
  return labels === undefined && !selectsAll(selector) ? undefined : matches(selector, labels ?? {});
}

function holds({ operator, values }: Requirement, value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      // A missing key satisfies NotIn (labels.Requirement.Matches).
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

function isOperator(text: string | undefined): text is Requirement['operator'] {
  return text === 'In' || text === 'NotIn' || text === 'Exists' || text === 'DoesNotExist';
}
