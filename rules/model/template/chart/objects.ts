/** What templates find beside values: `.Capabilities`, `.Release`, `.Files`. Source: helm.sh/helm/v4, pkg/chart/common and pkg/engine/files.go. */
import { apiVersions } from '../../../data/helm-api-versions.ts';
import { base64 } from '../functions/encoding.ts';
import { basePath } from '../functions/paths.ts';
import { GoError } from '../value/errors.ts';
import { strval } from '../value/print.ts';
import { unknownText } from '../value/text.ts';
import { type Dict, type GoObject, Int, type Method, Unknown, type Value } from '../value/value.ts';
import { toYaml } from '../yaml/write.ts';
import type { ChartFile } from './chart.ts';
import { globs } from './glob.ts';

const first = (args: readonly Value[], name: string): string => {
  if (args.length !== 1) throw new GoError(`wrong number of args for ${name}: want 1 got ${args.length}`);
  return strval(args[0]);
};

/** `.Files`, and what `.Files.Glob` gives. */
export function filesObject(files: readonly ChartFile[]): GoObject {
  const entries = new Map<string, Value>(files.map(({ path, text }) => [path, text]));
  const textAt = (path: string): string => String(entries.get(path) ?? '');
  const asMap = (encode: (text: string) => string): string =>
    toYaml(new Map(files.map(({ path, text }) => [basePath(path), encode(text)])));
  const methods: readonly (readonly [string, Method])[] = [
    ['Get', (args) => textAt(first(args, 'Get'))],
    ['GetBytes', (args) => textAt(first(args, 'GetBytes'))],
    [
      'Glob',
      (args) => {
        const matches = globs(first(args, 'Glob'));
        return filesObject(files.filter(({ path }) => matches(path)));
      },
    ],
    ['AsConfig', () => asMap((text) => text)],
    ['AsSecrets', () => asMap(base64)],
    ['Lines', (args) => linesOf(textAt(first(args, 'Lines')))],
  ];
  return {
    goType: 'engine.files',
    fields: new Map(),
    methods: new Map(methods),
    printed: unknownText('the bytes of files'),
    entries,
  };
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** What each cluster serves beside what Helm takes for granted: it knows these by another client. */
const always = [
  'apiextensions.k8s.io/v1',
  'apiextensions.k8s.io/v1/CustomResourceDefinition',
  'apiregistration.k8s.io/v1',
  'apiregistration.k8s.io/v1/APIService',
];

/** @param isReal as a cluster has them, and not as Helm takes them without one. @param version such as `1.34` or `v1.34.2-gke.1`. @throws GoError for what is no version. */
export function capabilities(version: string, isReal = false): GoObject {
  const parts = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?!\d)(.*)$/.exec(version);
  if (parts === null) throw new GoError(`invalid kube version "${version}"`);
  const [, major = '', minor = '', patch] = parts;
  const full = version.startsWith('v') ? version : `v${version}`;
  const normal = `v${Number(major)}.${Number(minor)}${patch === undefined ? '' : `.${Number(patch)}`}`;
  const kube: GoObject = {
    goType: 'common.KubeVersion',
    fields: new Map<string, Value>([
      ['Version', full],
      ['Major', major],
      ['Minor', minor],
    ]),
    methods: new Map<string, Method>([
      ['GitVersion', () => full],
      ['String', () => normal],
    ]),
    printed: normal,
  };
  const known: ReadonlySet<string> = new Set(isReal ? [...apiVersions, ...always] : apiVersions);
  const versions: GoObject = {
    goType: 'common.VersionSet',
    fields: new Map(),
    methods: new Map<string, Method>([['Has', (args) => known.has(first(args, 'Has'))]]),
    printed: `[${apiVersions.join(' ')}]`,
    entries: new Map(),
  };
  const helm: GoObject = {
    goType: 'version.BuildInfo',
    fields: new Map<string, Value>([
      ['Version', 'v4.3.1'],
      ['GitCommit', new Unknown('which Helm is used')],
      ['GitTreeState', new Unknown('which Helm is used')],
      ['GoVersion', new Unknown('which Helm is used')],
    ]),
    methods: new Map(),
    printed: '{v4.3.1   }',
  };
  return {
    goType: '*common.Capabilities',
    fields: new Map<string, Value>([
      ['KubeVersion', kube],
      ['APIVersions', versions],
      ['HelmVersion', helm],
    ]),
    methods: new Map(),
    printed: unknownText('a place in memory'),
  };
}

/** `.Release` of a first install, which is what `helm template` shows. */
export const release = (name: string, namespace: string): Dict =>
  new Map<string, Value>([
    ['Name', name],
    ['Namespace', namespace],
    ['IsUpgrade', false],
    ['IsInstall', true],
    ['Revision', new Int(1)],
    ['Service', 'Helm'],
  ]);
