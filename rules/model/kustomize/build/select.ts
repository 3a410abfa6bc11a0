/** Which objects a selector is for. Sources: api/types/selector.go; k8s.io/apimachinery/pkg/labels for selectors of labels. */
import { translate } from '../../template/functions/expression.ts';
import { GoError, UnknownError as Unsaid } from '../../template/value/errors.ts';
import { KustomizeError, UnknownError } from './errors.ts';
import { effectiveNamespace, gvkOf, type Id } from './identity.ts';
import { type Node, textAt } from './node.ts';
import type { Resource } from './resource.ts';
import type { Resources } from './resources.ts';

/** Characters; names are shorter, and an expression on a longer text might take long. */
const longest = 1000;

/** Whether an expression matches a whole text. @throws KustomizeError for what is no expression. */
export function matches(expression: string, text: string): boolean {
  try {
    const { matcher, isCostly } = translate(`^(?:${expression})$`);
    if (text.length > (isCostly ? 100 : longest)) throw new UnknownError('an expression on a long text');
    return text.matchAll(matcher).next().done !== true;
  } catch (error) {
    if (error instanceof GoError) throw new KustomizeError(`'${expression}' is no expression`);
    if (error instanceof Unsaid) throw new UnknownError(error.message);
    throw error;
  }
}

const isAny = (expression: string | undefined, ...texts: readonly string[]): boolean =>
  expression === undefined || expression === '' || texts.some((text) => matches(expression, text));

/** @param selector a map of group, version, kind, name, namespace, labelSelector and annotationSelector; what it leaves out is any. */
export function selected(resources: Resources, selector: Node | undefined): readonly Resource[] {
  return resources.all.filter((resource) => {
    const [current, original] = [resource.id, resource.originalId];
    return (
      isAny(textAt(selector, 'namespace'), effectiveNamespace(original), effectiveNamespace(current)) &&
      isAny(textAt(selector, 'name'), original.name, current.name) &&
      isAny(textAt(selector, 'group'), current.group) &&
      isAny(textAt(selector, 'version'), current.version) &&
      isAny(textAt(selector, 'kind'), current.kind) &&
      hasSelectedTexts(resource, selector)
    );
  });
}

/** What a selector says of labels and annotations. */
export function hasSelectedTexts(resource: Resource, selector: Node | undefined): boolean {
  return (
    meets(textAt(selector, 'labelSelector') ?? '', resource.labels) &&
    meets(textAt(selector, 'annotationSelector') ?? '', resource.annotations)
  );
}

/** Whether one of several names of an object is what a target asks for, by expressions. */
export const isTargeted = (id: Id, target: Node | undefined): boolean =>
  (['group', 'version', 'kind', 'name', 'namespace'] as const).every((key) => isAny(textAt(target, key), id[key]));

/** The object that a source names, by equal texts. */
export function isNamed(id: Id, source: Node | undefined): boolean {
  const wanted = (key: keyof Id): string => textAt(source, key) ?? '';
  const { group, version } = { ...gvkOf(textAt(source, 'apiVersion') ?? '', ''), ...filled(source) };
  return (
    [
      [wanted('name'), id.name],
      [wanted('kind'), id.kind],
      [group, id.group],
      [version, id.version],
    ].every(([want, is]) => want === '' || want === is) &&
    (wanted('namespace') === '' ||
      effectiveNamespace({ ...id, namespace: wanted('namespace') }) === effectiveNamespace(id))
  );
}

function filled(source: Node | undefined): Partial<Id> {
  const [group, version] = [textAt(source, 'group'), textAt(source, 'version')];
  return { ...(group === undefined ? {} : { group }), ...(version === undefined ? {} : { version }) };
}

/** @param selector such as `app=web,tier in (a, b),!old`. @throws KustomizeError for what is none. */
export function meets(selector: string, labels: ReadonlyMap<string, string>): boolean {
  return requirementsOf(selector).every((requirement) => {
    const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(requirement);
    if (set !== null) {
      const [, key = '', operator, list = ''] = set;
      const value = labels.get(key);
      const isIn = value !== undefined && list.split(',').some((one) => one.trim() === value);
      return operator === 'in' ? isIn : !isIn;
    }
    const equal = /^([^\s=!]+)\s*(==|=|!=)\s*([^\s=!]*)$/.exec(requirement);
    if (equal !== null) {
      const [, key = '', operator, value] = equal;
      return (labels.get(key) === value) === (operator !== '!=');
    }
    const there = /^(!?)\s*([^\s=!()]+)$/.exec(requirement);
    if (there === null) throw new KustomizeError(`'${selector}' is no selector`);
    return labels.has(there[2] ?? '') === (there[1] === '');
  });
}

/** The parts between commas, without those in brackets. */
function requirementsOf(selector: string): readonly string[] {
  const parts: string[] = [];
  let open = '';
  for (const part of selector.split(',')) {
    open = open === '' ? part : `${open},${part}`;
    if (open.includes('(') && !open.includes(')')) continue;
    if (open.trim() !== '') parts.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') parts.push(open.trim());
  return parts;
}
