/** `seaworthy graph`: what a workload reaches and is reached from, what it may do, what it takes from its node; or what a subject may do. */
import { blastRadius, workloadsNamed } from '../../../rules/engine/blast-radius.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import type { Subject } from '../../../rules/facts/questions/blast-radius.ts';
import { type FileRadius, fileOf } from '../file-radius.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { survey } from '../scan-report.ts';
import { writers } from '../writers/graph/index.ts';
import type { Command, Options } from './command.ts';

const formats = Object.keys(writers) as (keyof typeof writers)[];

const options = {
  workload: { type: 'string' },
  namespace: { type: 'string', short: 'n' },
  subject: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const satisfies Options;

export const graph: Command = {
  name: 'graph',
  usage: `seaworthy graph [PATH...]    show a blast radius    --workload KIND/NAME  --namespace NAME  --format json|mermaid|text
                                                    --subject user:NAME|group:NAME|serviceaccount:NAMESPACE/NAME`,
  examples: [
    'seaworthy graph deploy/ --workload deployment/cart --format mermaid',
    'seaworthy graph --subject serviceaccount:shop/cart',
  ],
  options,
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options,
  });
  const write = writers[oneOf('format', values.format, formats)];
  if ((values.workload === undefined) === (values.subject === undefined))
    throw new UsageError(
      'graph takes either --workload KIND/NAME or --subject user:NAME|group:NAME|serviceaccount:NAMESPACE/NAME',
    );
  const subject = values.subject === undefined ? undefined : subjectOf(values.subject);
  const { files, failed } = await survey({ paths: positionals }, output);
  const workspaces = [...new Set(files.map(({ workspace }) => workspace))];
  // The scope may be wider than the paths that were given; what was asked for lies in these.
  const given = new Set(files.map(({ path }) => path));
  const found = workspaces.flatMap((workspace): readonly FileRadius[] =>
    subject === undefined
      ? named(workspace, values.workload ?? '', values.namespace)
          .filter(({ ref }) => given.has(ref.file))
          .map((of) => blastRadius(workspace, of, fileOf))
      : [blastRadius(workspace, subject, fileOf)],
  );
  const [radius] = found;
  if (radius === undefined) throw new UsageError(`no workload here is called ${values.workload}`);
  if (found.length > 1 && subject === undefined) {
    const choices = found.map(({ subject: of }) => `${of.kind}/${of.name} in ${of.namespace ?? 'no namespace'}`);
    throw new UsageError(
      `several workloads are called ${values.workload}: ${choices.join(', ')}; add the kind or --namespace`,
    );
  }
  output.out(write(radius));
  return failed ? 2 : 0;
}

const kinds = { user: 'User', group: 'Group' } as const;

function subjectOf(text: string): Subject {
  const colon = text.indexOf(':');
  const [kind, name] = [text.slice(0, colon).toLowerCase(), text.slice(colon + 1)];
  if (colon > 0 && name !== '') {
    if (kind === 'user' || kind === 'group') return { kind: kinds[kind], name };
    const [namespace, account, ...rest] = name.split('/');
    if (kind === 'serviceaccount' && namespace && account && rest.length === 0)
      return { kind: 'ServiceAccount', name: account, namespace };
  }
  throw new UsageError(`--subject is user:NAME, group:NAME or serviceaccount:NAMESPACE/NAME, not ${text}`);
}

function named(workspace: Workspace, text: string, namespace: string | undefined): ReturnType<typeof workloadsNamed> {
  const slash = text.indexOf('/');
  return slash < 0
    ? workloadsNamed(workspace, text, undefined, namespace)
    : workloadsNamed(workspace, text.slice(slash + 1), text.slice(0, slash), namespace);
}
