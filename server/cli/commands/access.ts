/** `seaworthy access`: who is as good as an administrator of the cluster or of a namespace, and who may make a request, by the roles and bindings of the files. */

import { groupOfResource } from '../../../rules/data/rbac-verbs.ts';
import type { Workspace } from '../../../rules/engine/workspace.ts';
import { type Granted, whoHas } from '../../../rules/facts/questions/grants.ts';
import { type Permission, requests } from '../../../rules/model/kubernetes/permission.ts';
import { takeover } from '../../../rules/model/kubernetes/strong-permissions.ts';
import { visible, visibleJson, visiblePath } from '../../../rules/text/visible.ts';
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import { toOuter } from '../paths.ts';
import { survey } from '../scan-report.ts';
import type { Command, Options } from './command.ts';

interface Row {
  readonly subject: { readonly kind: string; readonly name: string; readonly namespace?: string };
  /** `*` for every namespace, null where nothing tells. */
  readonly namespace: string | null;
  readonly does: string;
  readonly binding: string;
  readonly role: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

const options = {
  'who-can': { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const satisfies Options;

export const access: Command = {
  name: 'access',
  usage: "seaworthy access [PATH...]   list who can take over  --who-can 'VERB RESOURCE'  --format text|json",
  examples: ['seaworthy access deploy/', "seaworthy access --who-can 'get secrets' --format json"],
  options,
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options,
  });
  const format = oneOf('format', values.format, ['text', 'json']);
  const asked = values['who-can'];
  const permissions = asked === undefined ? takeover : [requestOf(asked)];
  const { files, failed } = await survey({ paths: positionals }, output);
  const workspaces = [...new Set(files.map(({ workspace }) => workspace))];
  // Of each binding the worst is told: who may do everything need not be told that they may take it, too.
  const rows = workspaces.flatMap((workspace) =>
    withoutDoubles(permissions.flatMap((permission) => rowsOf(workspace, permission))),
  );
  if (format === 'json') output.out(`${visibleJson(JSON.stringify(rows, null, 2))}\n`);
  else output.out(textOf(rows, asked));
  return failed ? 2 : 0;
}

/** `get secrets`, `create pods/exec`, `patch deployments.apps`. */
function requestOf(text: string): Permission {
  const [verb, resource, ...rest] = text.trim().split(/\s+/);
  if (verb === undefined || resource === undefined || rest.length > 0)
    throw new UsageError(
      `--who-can takes a verb and a resource, such as 'get secrets' or 'patch deployments.apps', not '${text}'`,
    );
  const [plural = '', sub] = resource.split('/', 2);
  const dot = plural.indexOf('.');
  const name = dot < 0 ? plural : plural.slice(0, dot);
  const group = dot < 0 ? (groupOfResource.get(name) ?? '') : plural.slice(dot + 1);
  return {
    does: `may ${verb} ${resource}`,
    requests: [requests(group, sub === undefined ? name : `${name}/${sub}`, verb)],
  };
}

function rowsOf(workspace: Workspace, permission: Permission): readonly Row[] {
  return whoHas(workspace.facts(), permission).map((granted) => rowOf(workspace, granted, permission));
}

function withoutDoubles(rows: readonly Row[]): readonly Row[] {
  const key = ({ subject, binding, file, line }: Row): string => JSON.stringify([subject, binding, file, line]);
  return rows.filter((row, i) => rows.findIndex((other) => key(other) === key(row)) === i);
}

function rowOf(workspace: Workspace, { subject, namespace, binding, role }: Granted, { does }: Permission): Row {
  const { kind, name, namespace: of } = subject;
  const at = workspace.locate(binding.ref, 'roleRef');
  const position = at === undefined ? undefined : workspace.lines(at.path)?.positionAt(at.span.start);
  return {
    subject: of === undefined ? { kind, name } : { kind, name, namespace: of },
    namespace: namespace ?? null,
    does,
    binding: `${binding.kind} ${binding.name}`,
    role: `${role?.fact.kind ?? binding.roleKind ?? ''} ${binding.roleName ?? ''}`,
    file: toOuter(binding.ref.file),
    line: (position?.line ?? 0) + 1,
  };
}

function textOf(rows: readonly Row[], asked: string | undefined): string {
  if (rows.length === 0)
    return asked === undefined
      ? 'No binding here lets anybody take over the cluster or a namespace.\n'
      : `No binding here lets anybody ${asked}.\n`;
  const lines = rows.map(({ subject, namespace, does, binding, role, file, line }) => {
    const who = `${subject.kind} ${subject.namespace === undefined ? '' : `${subject.namespace}/`}${subject.name}`;
    const where = namespace === '*' ? 'in every namespace' : `in the namespace ${namespace ?? '(unknown)'}`;
    return `${visible(`${who} ${does} ${where}`)}\n  by ${visible(`${binding} and ${role}`)}, ${visiblePath(file)}:${line}`;
  });
  return `${lines.join('\n')}\n`;
}
