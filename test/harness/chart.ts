/** A workspace with one chart, given as hosts give it. */
import { rules } from '../../rules/catalog/index.ts';
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';
import { Workspace } from '../../rules/engine/workspace.ts';

export const chartYaml = 'apiVersion: v2\nname: shop\nversion: 0.1.0\n';

/** Each file once as a part of the chart, then those that people edit one by one. @param files of the chart `/w/shop`, by their paths below it. */
export function chartWorkspace(
  files: Readonly<Record<string, string>>,
  settings: Settings = defaultSettings,
): Workspace {
  const workspace = new Workspace(rules);
  const all = { 'Chart.yaml': chartYaml, ...files };
  workspace.charts.give(
    '/w/shop',
    Object.entries(all).map(([path, text]) => ({ path, text })),
  );
  for (const [path, text] of Object.entries(all)) giveOf(workspace, path, text, settings);
  workspace.complete = true;
  workspace.refresh();
  return workspace;
}

/** Another text for a file of the chart. */
export function giveOf(workspace: Workspace, path: string, text: string, settings: Settings = defaultSettings): void {
  if (!/\.(?:ya?ml|tpl)$/.test(path)) return;
  const inChart = path.includes('templates/');
  workspace.update({ path: `/w/shop/${path}`, text, inChart }, settings, { retain: true });
}

/** Each finding as its rule and the text that it stands at. What a chart without network policies lacks is left out, unless it is asked for. */
export function toldAt(workspace: Workspace, path: string, text: string, isolation = false): string[] {
  return workspace
    .findings(`/w/shop/${path}`)
    .filter(({ rule }) => isolation || rule !== 'unisolated-ingress')
    .map(
      ({ rule, span, message }) =>
        `${rule} @ ${text.slice(span.start, span.end)}${/ \(with .*\)/.exec(message)?.[0] ?? ''}`,
    );
}

/** Lines of a container that others may reach. */
export const reachable = 'ports: [{ containerPort: 8080 }]';

/** A pod that lacks nothing but what is written into its container. @param lines of the container, without indentation. */
export const podWith = (...lines: readonly string[]): string =>
  [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: web',
    'spec:',
    '  automountServiceAccountToken: false',
    '  securityContext:',
    '    runAsNonRoot: true',
    '    seccompProfile: { type: RuntimeDefault }',
    '  containers:',
    '    - name: web',
    '      image: shop.example/web:1.2.3',
    ...lines.map((line) => `      ${line}`),
    '',
  ].join('\n');
