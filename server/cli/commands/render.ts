/** `seaworthy render FOLDER`: what our own reading makes of a chart or a kustomization. */
import { resolve } from 'node:path';
import { kustomizationNames } from '../../../rules/model/kustomize/kustomization.ts';
import { visible, visibleJson } from '../../../rules/text/visible.ts';
import { nodeFiles } from '../../host/node-files.ts';
import { slashed } from '../../host/paths.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import type { Shown, Wish } from '../render-chart.ts';
import type { Command, Options } from './command.ts';

/** Kubernetes, as Helm 4.3 takes it where nothing is said. */
const usualVersion = '1.37.0';

const options = {
  values: { type: 'string', multiple: true, default: [] },
  set: { type: 'string', multiple: true, default: [] },
  release: { type: 'string', default: 'release-name' },
  namespace: { type: 'string', default: 'default' },
  'kubernetes-version': { type: 'string', default: usualVersion },
  format: { type: 'string', default: 'yaml' },
} as const satisfies Options;

export const render: Command = {
  name: 'render',
  usage:
    'seaworthy render FOLDER      show what a Helm chart or a kustomization is rendered into\n' +
    '    --values FILE --set A=B --release NAME --namespace NS --kubernetes-version V  --format yaml|json',
  examples: ['seaworthy render charts/shop --values values-prod.yaml --set image.tag=1.4'],
  options,
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options,
  });
  const format = oneOf('format', values.format, ['yaml', 'json']);
  const [folder, extra] = positionals;
  if (folder === undefined || extra !== undefined)
    throw new UsageError('render needs one folder, such as: seaworthy render charts/shop');
  if (nodeFiles.kind(slashed(resolve(folder))) !== 'folder') throw new UsageError(`there is no folder ${folder}`);
  const files = values.values.map((path) => {
    const read = nodeFiles.read(slashed(resolve(path)));
    if (!('text' in read)) throw new UsageError(`the values file ${path} cannot be read`);
    return { path, text: read.text };
  });
  const made = await rendered(slashed(resolve(folder)), {
    values: files,
    set: values.set,
    release: values.release,
    namespace: values.namespace,
    kubernetesVersion: values['kubernetes-version'],
  });
  if ('refused' in made) {
    output.error(visible(made.refused));
    return 3;
  }
  output.out(format === 'json' ? `${visibleJson(JSON.stringify(made.objects))}\n` : made.yaml);
  return 0;
}

/** Their code is loaded by nobody else. */
async function rendered(folder: string, wish: Omit<Wish, 'folder'>): Promise<Shown> {
  const isKustomization =
    nodeFiles.kind(`${folder}/Chart.yaml`) === undefined &&
    kustomizationNames.some((name) => nodeFiles.kind(`${folder}/${name}`) === 'file');
  return isKustomization
    ? (await import('../render-kustomization.ts')).shownKustomization(folder)
    : (await import('../render-chart.ts')).shown({ ...wish, folder });
}
