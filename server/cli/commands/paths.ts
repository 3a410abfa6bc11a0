/** `seaworthy paths`: from where an attacker gets in to what must not fall, by the files, and the fewest edits that close every way. */
import { assumptions } from '../../../rules/facts/attack/edge.ts';
import { stepsOf } from '../../../rules/facts/attack/steps.ts';
import { visibleJson } from '../../../rules/text/visible.ts';
import { oneOf, parseOptions } from '../options.ts';
import type { Output } from '../output.ts';
import { survey } from '../scan-report.ts';
import type { Command } from './command.ts';

export const paths: Command = {
  name: 'paths',
  usage: 'seaworthy paths [PATH...]    show attack paths     --edges  --format json',
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { edges: { type: 'boolean' }, format: { type: 'string', default: 'text' } },
  });
  oneOf('format', values.format, ['json']);
  const { files, failed } = await survey({ paths: positionals }, output);
  const workspaces = [...new Set(files.map(({ workspace }) => workspace))];
  const edges = workspaces.flatMap((workspace) =>
    stepsOf(workspace.facts()).all.flatMap(({ edge, from, to, assumes }) =>
      spellings(to).map((spelled) => ({ edge, from, to: spelled, assumes: assumes.map((one) => assumptions[one]) })),
    ),
  );
  output.out(`${visibleJson(JSON.stringify({ edges }))}\n`);
  return failed ? 2 : 0;
}

/** A set by its name, and by a pattern of its members. */
function spellings(to: string): readonly string[] {
  if (to.startsWith('pods/')) return [to === 'pods/*' ? '*/*/*' : `*/${to.slice('pods/'.length)}/*`];
  const [, namespace] = /^secret\/(?:(.*)\/)?\*$/.exec(to) ?? [];
  return to.startsWith('secret/') && to.endsWith('*') ? [`secrets/${namespace ?? '*'}`, to] : [to];
}
