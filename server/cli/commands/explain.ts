/** `seaworthy explain RULE`: what a rule finds, why it matters and what to do, in the terminal. */

import { rules } from '../../../rules/catalog/index.ts';
import { rulesByWrittenId } from '../../../rules/contract/rule.ts';
import { notices } from '../../../rules/engine/findings/notices.ts';
import { closest } from '../../../rules/text/similar.ts';
import { parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import type { Command, Options } from './command.ts';

const options = {} as const satisfies Options;

export const explain: Command = {
  name: 'explain',
  usage: 'seaworthy explain RULE       say why and what to do',
  examples: ['seaworthy explain missing-user'],
  options,
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { positionals } = parseOptions({ args: [...args], allowPositionals: true, options });
  const [id] = positionals;
  if (id === undefined)
    throw new UsageError('explain needs the id of a rule, such as: seaworthy explain privileged-container');
  const rule = rulesByWrittenId(rules).get(id)?.id;
  const notice = notices.find((candidate) => candidate.id === id);
  if (rule !== undefined) {
    // Its examples are loaded by nobody else.
    const { pageOf } = await import('../rule-page.ts');
    output.out(pageOf(rule));
  } else if (notice !== undefined)
    output.out(`${notice.title} (${notice.id})\n\n${notice.why}\n\nWhat to do: ${notice.remedy}\n`);
  else {
    const ids = [...rules, ...notices].map((known) => known.id);
    const meant = closest(id, ids);
    throw new UsageError(
      `there is no rule ${id}${meant === undefined ? '; seaworthy rules lists them' : `; did you mean ${meant}?`}`,
    );
  }
  return 0;
}
