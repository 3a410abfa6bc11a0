/** `seaworthy explain RULE`: what a rule finds, why it matters and what to do, in the terminal. */

import { rules } from '../../../rules/catalog/index.ts';
import { type Rule, rulesByWrittenId } from '../../../rules/contract/rule.ts';
import { notices } from '../../../rules/engine/findings/notices.ts';
import { closest } from '../../../rules/text/similar.ts';
import { parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import type { Command } from './command.ts';

export const explain: Command = {
  name: 'explain',
  usage: 'seaworthy explain RULE       say why and what to do',
  run,
};

function run(args: readonly string[], output: Output): number {
  const { positionals } = parseOptions({ args: [...args], allowPositionals: true, options: {} });
  const [id] = positionals;
  if (id === undefined)
    throw new UsageError('explain needs the id of a rule, such as: seaworthy explain privileged-container');
  const rule = rulesByWrittenId(rules).get(id);
  const notice = notices.find((candidate) => candidate.id === id);
  if (rule !== undefined) output.out(page(rule));
  else if (notice !== undefined)
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

function stageText({ stage, replacedBy = [] }: Rule): string {
  if (stage === 'preview')
    return 'Preview: off unless a configuration says `preview: on` or names it; it may change with any release';
  return `Deprecated: ${replacedBy.length === 0 ? 'nothing replaces it' : `use ${replacedBy.join(', ')}`}`;
}

function page(rule: Rule): string {
  const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');
  const [bad] = rule.examples.bad;
  const [good] = rule.examples.good;
  return `${[
    `${rule.title} (${rule.id})`,
    `Severity ${rule.severity}; profile ${rule.profile}; ${rule.fix === undefined ? 'no quick fix' : `quick fix: ${rule.fix}`}`,
    ...(rule.stage === undefined || rule.stage === 'stable' ? [] : [stageText(rule)]),
    rule.why,
    `What to do: ${rule.remedy}`,
    ...(rule.ignoreWhen === undefined
      ? []
      : [
          `When to ignore it: ${rule.ignoreWhen}\nWrite on the line above:  # seaworthy-ignore ${rule.id}: your reason`,
        ]),
    ...(bad === undefined ? [] : [`Found:\n\n${indented(bad.text).trimEnd()}`]),
    ...(good === undefined ? [] : [`Fine:\n\n${indented(good.text).trimEnd()}`]),
    ...(rule.aliases.length === 0
      ? []
      : [`Known elsewhere as ${rule.aliases.map(({ tool, id }) => `${tool} ${id}`).join(', ')}`]),
  ].join('\n\n')}\n`;
}
