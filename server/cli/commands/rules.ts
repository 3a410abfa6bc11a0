/** `seaworthy rules`: the catalogue, for people and for other programs. */
import { rules } from '../../../rules/catalog/index.ts';
import { oneOf, parseOptions } from '../options.ts';
import type { Output } from '../output.ts';
import type { Command, Options } from './command.ts';

const options = { format: { type: 'string', default: 'text' } } as const satisfies Options;

export const listRules: Command = {
  name: 'rules',
  usage: 'seaworthy rules              list all rules         --format text|json',
  examples: ['seaworthy rules --format json'],
  options,
  run,
};

function run(args: readonly string[], output: Output): number {
  const { values } = parseOptions({ args: [...args], options });
  const width = Math.max(...rules.map(({ id }) => id.length));
  if (oneOf('format', values.format, ['text', 'json']) === 'text') {
    for (const { id, severity, profile, title } of rules)
      output.out(`${id.padEnd(width)}  ${severity.padEnd(8)}  ${profile.padEnd(11)}  ${title}\n`);
    return 0;
  }
  const list = rules.map(
    ({ id, formerIds, stage, title, severity, profile, tags, subject, fix, standards, aliases }) => ({
      id,
      formerIds,
      stage,
      title,
      severity,
      profile,
      tags,
      subject,
      fix,
      standards,
      aliases,
      docs: `docs/rules/${id}.md`,
    }),
  );
  output.out(`${JSON.stringify(list, null, 2)}\n`);
  return 0;
}
