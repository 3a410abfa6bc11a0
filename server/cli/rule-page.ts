/** What the terminal shows of a rule, with its examples: a bundle of its own, since no other command needs these. */
import { rules } from '../../rules/catalog/index.ts';
import type { Rule } from '../../rules/contract/rule.ts';

function stageText({ stage, replacedBy = [] }: Rule): string {
  if (stage === 'preview')
    return 'Preview: off unless a configuration says `preview: on` or names it; it may change with any release';
  return `Deprecated: ${replacedBy.length === 0 ? 'nothing replaces it' : `use ${replacedBy.join(', ')}`}`;
}

/** @param id of a rule that there is. */
export function pageOf(id: string): string {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
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
