/** The values that an object hands to a Helm chart. Knows where each kind keeps them, and no chart. */
import type { Span } from '../../text/source.ts';
import { embeddedSpans } from '../../yaml/embedded.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import type { Resource } from './resource.ts';

/** A value that is no map and no list. */
export interface HelmValue {
  /** The keys from the root of the values to it, its own last; the item of a list bears the keys of its list. At least one. */
  readonly keys: readonly string[];
  /** Its own last key. */
  readonly name: string;
  readonly field: Field;
  /** In the document of the object, also where the values are a text in it. */
  readonly place: { readonly anchor: Span; readonly path: string };
}

/** Of the objects that have any: each value once, in the order of the text. Reads an object once. */
export function helmValuesOf(resource: Resource): readonly HelmValue[] {
  let values = known.get(resource);
  if (values === undefined) {
    values = read(resource);
    known.set(resource, values);
  }
  return values;
}

const known = new WeakMap<Resource, readonly HelmValue[]>();

/** What the object calls the chart: its names, to tell programs apart. */
export function chartOf(resource: Resource): string {
  const fields = [
    resource.at('spec', 'chart', 'spec', 'chart'),
    resource.at('spec', 'chartRef', 'name'),
    resource.at('spec', 'chart'),
    ...sourcesOf(resource).map((source) => source.at('chart')),
  ];
  return [resource.name, ...fields.map((field) => field.string)].filter((name) => name !== undefined).join(' ');
}

/**
 * Sources: Flux, "HelmRelease" (`spec.values`); Argo CD, "Application Specification" (`spec.source.helm`) and "ApplicationSet" (`spec.template`); K3s, "Helm"
 * (HelmChart, HelmChartConfig: `spec.valuesContent`, `spec.set`); read 2026-11-27.
 */
function read(resource: Resource): readonly HelmValue[] {
  const { group, kind } = resource;
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') return leavesOf(resource.at('spec', 'values'));
  if (group === 'helm.cattle.io' && (kind === 'HelmChart' || kind === 'HelmChartConfig'))
    return [...leavesOfText(resource.at('spec', 'valuesContent')), ...parametersOf(resource.at('spec', 'set').entries)];
  return sourcesOf(resource).flatMap((source) => {
    const helm = source.at('helm');
    return [
      ...leavesOf(helm.at('valuesObject')),
      ...leavesOfText(helm.at('values')),
      ...parametersOf(helm.at('parameters').items.map((item) => [item.at('name').string ?? '', item.at('value')])),
    ];
  });
}

function sourcesOf(resource: Resource): readonly Field[] {
  const { group, kind } = resource;
  if (group !== 'argoproj.io' || (kind !== 'Application' && kind !== 'ApplicationSet')) return [];
  const spec = kind === 'Application' ? resource.at('spec') : resource.at('spec', 'template', 'spec');
  return [spec.at('source'), ...spec.at('sources').items];
}

/** `--set`: keys with dots between them. */
function parametersOf(pairs: readonly (readonly [name: string, field: Field])[]): readonly HelmValue[] {
  return pairs.flatMap(([name, field]) =>
    name === '' ? [] : [valueOf(name.replaceAll(/\[\d+\]/g, '').split('.'), field)],
  );
}

function leavesOfText(text: Field): readonly HelmValue[] {
  if (text.string === undefined) return [];
  const place = embeddedSpans(text);
  return leavesOf(Field.root(parseDocument(text.string), true)).map((value) => ({
    ...value,
    place: { anchor: place(value.field.anchor), path: `${text.path}.${value.field.path}` },
  }));
}

function leavesOf(root: Field): readonly HelmValue[] {
  const found: HelmValue[] = [];
  const open: { readonly keys: readonly string[]; readonly field: Field }[] = [{ keys: [], field: root }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { keys, field } = at;
    if (field.isMap) for (const [key, below] of field.entries) open.push({ keys: [...keys, key], field: below });
    else if (field.isList) for (const below of field.items) open.push({ keys, field: below });
    else if (keys.length > 0) found.push(valueOf(keys, field));
  }
  return found.reverse();
}

const valueOf = (keys: readonly string[], field: Field): HelmValue => ({
  keys,
  name: keys.at(-1) ?? '',
  field,
  place: { anchor: field.anchor, path: field.path },
});
