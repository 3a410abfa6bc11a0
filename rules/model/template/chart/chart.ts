/**
 * A chart as its files make it: what `Chart.yaml` says, default values, templates, other files, subcharts. Knows no disk: archives are folders here
 * already. Source: helm.sh/helm/v4, pkg/chart/v2 (loader and metadata.go).
 */
import { basePath } from '../functions/paths.ts';
import { parseVersion } from '../functions/semver.ts';
import { GoError } from '../value/errors.ts';
import { strval } from '../value/print.ts';
import { type Dict, isDict, isList, isNil, StringDict, type Value } from '../value/value.ts';
import { readYaml } from '../yaml/read.ts';
import { readValues } from './values-file.ts';

/** A file of a chart: its path below the chart's folder, with `/`. */
export interface ChartFile {
  readonly path: string;
  readonly text: string;
  /** It lies in an archive, so that nobody edits it. */
  readonly isPacked?: boolean;
}

/** A chart that another one names in its `Chart.yaml`, or in the `requirements.yaml` of the first version. Source: Helm documentation, "Chart Dependencies". */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly alias: string;
  readonly condition: string;
  readonly tags: readonly string[];
  readonly importValues: readonly Value[];
}

/** A chart as it lies in a folder or an archive: its description, its own values, its files and the charts within it. Source: Helm documentation, "Charts". */
export interface Chart {
  /** The alias, where a parent gives one. */
  readonly name: string;
  readonly version: string;
  readonly isLibrary: boolean;
  readonly kubeVersion: string;
  /** As templates see it under `.Chart`. */
  readonly metadata: Dict;
  readonly values: Dict;
  readonly schema: string | undefined;
  readonly templates: readonly ChartFile[];
  readonly files: readonly ChartFile[];
  /** What `Chart.yaml` asks for. */
  readonly wanted: readonly Dependency[];
  readonly dependencies: readonly Chart[];
  /** Its folder below the root chart's, with a slash at its end; empty for the root. */
  readonly folder: string;
}

const text = (dict: Dict, key: string): string => {
  const value = dict.get(key);
  return isNil(value) || isDict(value) || isList(value) ? '' : strval(value);
};
const list = (dict: Dict, key: string): readonly Value[] => {
  const value = dict.get(key);
  return isList(value) ? value : [];
};

/** @param folder of the chart below the root chart. @throws GoError where Helm does not load it. */
export function loadChart(files: readonly ChartFile[], folder = ''): Chart {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const manifest = byPath.get('Chart.yaml');
  if (manifest === undefined) throw new GoError('Chart.yaml file is missing');
  const said = readYaml(manifest.text);
  if (!isDict(said)) throw new GoError('cannot load Chart.yaml: it is no map');
  const apiVersion = text(said, 'apiVersion') || 'v1';
  if (apiVersion !== 'v1' && apiVersion !== 'v2') throw new GoError('unsupported chart version');
  const requirements = apiVersion === 'v1' ? byPath.get('requirements.yaml') : undefined;
  const required = requirements === undefined ? said : readYaml(requirements.text);
  const wanted = isDict(required) ? list(required, 'dependencies').flatMap(dependencyOf) : [];
  const { templates, others, charts } = sorted(files);
  validate(said, text(said, 'apiVersion'));
  return {
    name: text(said, 'name'),
    version: text(said, 'version'),
    isLibrary: text(said, 'type') === 'library',
    kubeVersion: text(said, 'kubeVersion'),
    metadata: metadataOf(said, apiVersion),
    values: readValues(byPath.get('values.yaml')?.text ?? '', 'values.yaml'),
    schema: byPath.get('values.schema.json')?.text,
    templates,
    files: others,
    wanted,
    dependencies: [...charts].map(([name, below]) => loadChart(below, `${folder}charts/${name}/`)),
    folder,
  };
}

function sorted(files: readonly ChartFile[]) {
  const templates: ChartFile[] = [];
  const others: ChartFile[] = [];
  const charts = new Map<string, ChartFile[]>();
  for (const file of files) {
    const { path } = file;
    if (/^(?:Chart\.yaml|Chart\.lock|values\.yaml|values\.schema\.json)$/.test(path)) continue;
    if (path.startsWith('templates/')) templates.push(file);
    else if (path.startsWith('charts/') && !path.endsWith('.prov')) {
      const [, name = '', below] = /^charts\/([^/]*)(?:\/(.*))?$/s.exec(path) ?? [];
      // Hidden files, and files that are neither folders nor archives, are no charts.
      if (below === undefined || /^[_.]/.test(name)) continue;
      const known = charts.get(name);
      const inner = { path: below, text: file.text };
      if (known === undefined) charts.set(name, [inner]);
      else known.push(inner);
    } else others.push(file);
  }
  return { templates, others, charts };
}

function validate(said: Dict, apiVersion: string): void {
  const name = text(said, 'name');
  const version = text(said, 'version');
  const wrong =
    (apiVersion === '' && 'chart.metadata.apiVersion is required') ||
    (name === '' && 'chart.metadata.name is required') ||
    ((name === '..' || name !== basePath(name)) && `chart.metadata.name "${name}" is invalid`) ||
    (version === '' && 'chart.metadata.version is required') ||
    (parseVersion(version) === undefined && `chart.metadata.version "${version}" is invalid`) ||
    (!['', 'application', 'library'].includes(text(said, 'type')) &&
      'chart.metadata.type must be application or library');
  if (wrong !== false) throw new GoError(`validation: ${wrong}`);
}

function dependencyOf(value: Value): Dependency[] {
  if (!isDict(value)) return [];
  return [
    {
      name: text(value, 'name'),
      version: text(value, 'version'),
      alias: text(value, 'alias'),
      condition: text(value, 'condition'),
      tags: list(value, 'tags').map(strval),
      importValues: list(value, 'import-values'),
    },
  ];
}

/** Its fields under their Go names, as templates of Helm 4 see them. */
function metadataOf(said: Dict, apiVersion: string): Dict {
  const texts = [
    'Name',
    'Home',
    'Version',
    'Description',
    'Icon',
    'Condition',
    'Tags',
    'AppVersion',
    'KubeVersion',
    'Type',
  ];
  const lower = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
  const annotations = said.get('annotations');
  const people = list(said, 'maintainers').filter(isDict);
  return new Map<string, Value>([
    ...texts.map((name) => [name, text(said, lower(name))] as const),
    ['APIVersion', apiVersion],
    ['Deprecated', said.get('deprecated') === true],
    ['Sources', list(said, 'sources')],
    ['Keywords', list(said, 'keywords')],
    [
      'Annotations',
      new StringDict(
        isDict(annotations) ? [...annotations].map(([key, value]) => [key, isNil(value) ? '' : strval(value)]) : [],
      ),
    ],
    [
      'Maintainers',
      people.map(
        (one) =>
          new Map([
            ['Name', text(one, 'name')],
            ['Email', text(one, 'email')],
            ['URL', text(one, 'url')],
          ]),
      ),
    ],
    [
      'Dependencies',
      list(said, 'dependencies')
        .filter(isDict)
        .map(
          (one) =>
            new Map<string, Value>([
              ['Name', text(one, 'name')],
              ['Version', text(one, 'version')],
              ['Repository', text(one, 'repository')],
              ['Condition', text(one, 'condition')],
              ['Tags', list(one, 'tags')],
              ['Enabled', true],
              ['ImportValues', list(one, 'import-values')],
              ['Alias', text(one, 'alias')],
            ]),
        ),
    ],
  ]);
}
