/**
 * Charts of the repository that an object or a tool's file has deployed, with the values that it sets. What depends on anything else, such as a Secret in the
 * cluster or a template of an ApplicationSet, is left out. Sources: Flux, "Helm Releases" (`spec.chart.spec`, `spec.values`); Argo CD, "Helm" (`spec.source.helm`);
 * skaffold.dev, "skaffold.yaml" (`deploy.helm.releases`); helmfile.readthedocs.io, "Configuration" (`releases[].values`).
 */
import type { Field } from '../../yaml/field.ts';
import { isPlainList, isPlainMap, type PlainMap, type PlainValue, plainOf } from '../../yaml/plain-value.ts';
import type { DeployedFolder } from './deployed-folders.ts';
import type { Resource } from './resource.ts';

/** A chart in a folder, as one release of it is deployed. */
export interface DeployedChart {
  /** Kind and name of what deploys it. */
  readonly name: string;
  readonly folder: DeployedFolder;
  /** Values files over the chart's own, the last one wins. */
  readonly files: readonly { readonly path: string; readonly from: DeployedFolder['from'] | 'chart' }[];
  /** Values over those, as JSON; undefined where none are set. */
  readonly values: string | undefined;
}

/** @returns charts as they are named; whether they exist in this repository nobody has asked. */
export function deployedChartsOf(resource: Resource): readonly DeployedChart[] {
  const { group, kind } = resource;
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') return ofFlux(resource);
  if (group === 'argoproj.io' && kind === 'Application') return ofArgo(resource, resource.at('spec'));
  if (group === 'argoproj.io' && kind === 'ApplicationSet')
    return ofArgo(resource, resource.at('spec', 'template', 'spec'));
  return /^skaffold\/v/.test(resource.apiVersion) ? ofSkaffold(resource) : [];
}

function ofFlux(resource: Resource): readonly DeployedChart[] {
  const chart = resource.at('spec', 'chart', 'spec');
  const path = chart.at('chart').string;
  const isHere = chart.at('sourceRef', 'kind').is('GitRepository') || chart.at('sourceRef', 'kind').is('Bucket');
  if (path === undefined || !isHere || resource.at('spec', 'valuesFrom').present) return [];
  const files = textsOf(chart.at('valuesFiles'));
  const values = objectOf(resource.at('spec', 'values'));
  if (files === undefined || values === undefined) return [];
  return [madeOf(resource.label, { path, from: 'root' }, files, 'root', values)];
}

/** Argo CD passes over `source` where there are `sources`. */
function ofArgo(resource: Resource, spec: Field): readonly DeployedChart[] {
  const { items } = spec.at('sources');
  return (items.length > 0 ? items : [spec.at('source')]).flatMap((source) => {
    const path = source.at('path').string;
    const helm = source.at('helm');
    const files = textsOf(helm.at('valueFiles'));
    const text = helm.at('valuesObject').present ? undefined : helm.at('values');
    const values = text?.present ? text.string : objectOf(helm.at('valuesObject'));
    const parameters = parametersOf(helm.at('parameters'));
    if (path === undefined || files === undefined || values === undefined || parameters === undefined) return [];
    // What is text and what is set one by one are not put together here.
    if (helm.at('fileParameters').present || (text?.present === true && parameters.length > 0)) return [];
    const set = typeof values === 'string' ? values : withParameters(values, parameters);
    return set === undefined ? [] : [madeOf(resource.label, { path, from: 'root' }, files, 'chart', set)];
  });
}

function ofSkaffold(resource: Resource): readonly DeployedChart[] {
  return resource.at('deploy', 'helm', 'releases').items.flatMap((release) => {
    const path = release.at('chartPath').string;
    const files = textsOf(release.at('valuesFiles'));
    const values = objectOf(release.at('setValues'));
    if (path === undefined || files === undefined || values === undefined) return [];
    if (['setValueTemplates', 'setFiles', 'overrides'].some((key) => release.at(key).present)) return [];
    const set = withParameters({}, Object.entries(values));
    const name = `release ${release.at('name').string ?? ''}`.trimEnd();
    return set === undefined ? [] : [madeOf(name, { path, from: 'file' }, files, 'file', set)];
  });
}

/** Whether a file is one of Helmfile's, by its name. */
export const isHelmfile = (path: string): boolean =>
  /(?:^|\/)(?:helmfile\.ya?ml|helmfile\.d\/[^/]+\.ya?ml)$/.test(path);

/** @param root of a document of a helmfile. @returns its releases of charts in folders; none of those that a template fills in. */
export function chartsOfHelmfile(root: Field): readonly DeployedChart[] {
  return root.at('releases').items.flatMap((release) => {
    const path = release.at('chart').string;
    const { items } = release.at('values');
    const firstMap = items.findIndex(({ isMap }) => isMap);
    const [named, set] = firstMap < 0 ? [items, []] : [items.slice(0, firstMap), items.slice(firstMap)];
    const files = named.flatMap(({ string }) =>
      string === undefined || /[{$]|\.gotmpl$/.test(string) ? [] : [string],
    );
    const maps = set.map((item) => (item.isMap ? objectOf(item) : undefined));
    const parameters = parametersOf(release.at('set'));
    if (path === undefined || !/^\.\.?\//.test(path) || files.length < named.length || parameters === undefined)
      return [];
    if (
      release.at('installed').is(false) ||
      ['secrets', 'valuesTemplate', 'setTemplate'].some((key) => release.at(key).present)
    )
      return [];
    let values: PlainMap | undefined = {};
    for (const map of maps) values = map === undefined || values === undefined ? undefined : over(values, map);
    const all = values === undefined ? undefined : withParameters(values, parameters);
    const name = `release ${release.at('name').string ?? ''}`.trimEnd();
    return all === undefined ? [] : [madeOf(name, { path, from: 'file' }, files, 'file', all)];
  });
}

/** One map of values over another one, as Helm merges them. */
function over(below: PlainMap, above: PlainMap): PlainMap {
  const made: Record<string, PlainValue> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const before = made[key];
    made[key] = isPlainMap(value) && isPlainMap(before) ? over(before, value) : value;
  }
  return made;
}

/** @param values a map, or a text of YAML. */
function madeOf(
  name: string,
  folder: DeployedFolder,
  files: readonly string[],
  from: DeployedFolder['from'] | 'chart',
  values: PlainMap | string,
): DeployedChart {
  const text =
    typeof values === 'string' ? values : Object.keys(values).length === 0 ? undefined : JSON.stringify(values);
  return { name, folder, files: files.map((path) => ({ path, from })), values: text };
}

/** @returns none where nothing is written; undefined where one is no text, or something fills it in. */
function textsOf(field: Field): readonly string[] | undefined {
  const { items } = field;
  if (field.present && !field.isList) return undefined;
  const texts = items.flatMap(({ string }) => (string === undefined || /[{$]/.test(string) ? [] : [string]));
  return texts.length === items.length ? texts : undefined;
}

/** @returns an empty one where nothing is written; undefined where it is no map, or something fills it in. */
function objectOf(field: Field): PlainMap | undefined {
  if (!field.present) return {};
  const value = plainOf(field);
  return isPlainMap(value) ? value : undefined;
}

type Parameter = readonly [path: string, value: PlainValue];

function parametersOf(field: Field): readonly Parameter[] | undefined {
  const parameters = field.items.flatMap((item): Parameter[] => {
    const [name, value] = [item.at('name').string, item.at('value').text];
    if (name === undefined || value === undefined) return [];
    return [[name, item.at('forceString').is(true) ? value : typed(value)]];
  });
  return parameters.length === field.items.length ? parameters : undefined;
}

/** As `helm --set` reads what is set. */
function typed(text: string): PlainValue {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^(?:0|-?[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

/** @returns undefined where a path is not made of keys alone, or leads through a value. */
function withParameters(values: PlainMap, parameters: readonly Parameter[]): PlainMap | undefined {
  let made: PlainMap | undefined = values;
  for (const [path, value] of parameters) {
    if (made === undefined || !/^[\w-]+(?:\.[\w-]+)*$/.test(path)) return undefined;
    made = withValue(made, path.split('.'), value);
  }
  return made;
}

function withValue(map: PlainMap, [key = '', ...rest]: readonly string[], value: PlainValue): PlainMap | undefined {
  if (rest.length === 0) return { ...map, [key]: value };
  const below = Object.hasOwn(map, key) ? map[key] : {};
  if (!isPlainMap(below) || isPlainList(below)) return undefined;
  const made = withValue(below, rest, value);
  return made === undefined ? undefined : { ...map, [key]: made };
}
