/** `seaworthy graph`: what a workload reaches and is reached from, what it may do, what it takes from its node; or what a subject may do. */
import {
  blastRadius,
  type Radius,
  type RadiusSection,
  radiusSections,
  workloadsNamed,
} from '../../../rules/engine/blast-radius.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import type { Subject } from '../../../rules/facts/questions/blast-radius.ts';
import { visible, visibleJson, visiblePath } from '../../../rules/text/visible.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { toOuter } from '../paths.ts';
import { survey } from '../scan-report.ts';
import { mermaidOf } from '../writers/mermaid.ts';

export async function graph(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      workload: { type: 'string' },
      namespace: { type: 'string', short: 'n' },
      subject: { type: 'string' },
      format: { type: 'string', default: 'text' },
    },
  });
  const format = oneOf('format', values.format, ['text', 'json', 'mermaid']);
  if ((values.workload === undefined) === (values.subject === undefined))
    throw new UsageError(
      'graph takes either --workload KIND/NAME or --subject user:NAME|group:NAME|serviceaccount:NAMESPACE/NAME',
    );
  const subject = values.subject === undefined ? undefined : subjectOf(values.subject);
  const { files, failed } = await survey({ paths: positionals }, output);
  const workspaces = [...new Set(files.map(({ workspace }) => workspace))];
  // The scope may be wider than the paths that were given; what was asked for lies in these.
  const given = new Set(files.map(({ path }) => path));
  const found = workspaces.flatMap((workspace): readonly PlainRadius[] =>
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
  if (format === 'json') output.out(`${visibleJson(JSON.stringify(radius, null, 2))}\n`);
  else output.out(format === 'mermaid' ? mermaidOf(radius) : textOf(radius));
  return failed ? 2 : 0;
}

const fileOf = (path: string): { readonly file: string } => ({ file: toOuter(path) });

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

/** A radius whose files are named as the user knows them. */
export type PlainRadius = Radius<{ readonly file: string }>;

const headings: { readonly [section in RadiusSection]: string } = {
  reachedBy: 'Is reached by',
  reaches: 'Reaches',
  may: 'May do at the Kubernetes API',
  host: 'On its node',
};

function textOf(radius: PlainRadius): string {
  const { kind, name, namespace } = radius.subject;
  const lines = [visible(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`)];
  for (const section of radiusSections) {
    if (radius[section].length === 0) continue;
    lines.push('', `${headings[section]}:`);
    for (const { title, notes, danger, by } of radius[section]) {
      lines.push(`  ${danger ? '!' : '-'} ${visible([title, ...notes].join(', '))}`);
      for (const { message, file, range } of by)
        lines.push(`      ${visiblePath(file)}:${range.start.line + 1}  ${visible(message)}`);
    }
  }
  if (radiusSections.every((section) => radius[section].length === 0)) lines.push('', 'Nothing here binds it.');
  return `${lines.join('\n')}\n`;
}
