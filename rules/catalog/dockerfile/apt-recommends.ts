import { debian } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { cisDocker, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { broughtBy, neededWith } from '../../data/recommended-packages.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { installsBy, isInstalledAbove, type PackageCommand, packageName } from '../../model/dockerfile/packages.ts';
import { isAptConfigured } from './shared/apt-configuration.ts';
import { insertBehind } from './shared/edit.ts';

export default defineRule({
  id: 'apt-recommends',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  title: 'Recommended packages are installed too',
  why: 'Recommended packages are seldom needed in an image. Each is something to patch, and a tool for whoever breaks in.',
  remedy: 'Install with `--no-install-recommends` and name what is needed.',
  ignoreWhen: 'The program needs what its package recommends.',
  standards: [cisDocker('4.3')],
  aliases: [hadolint('DL3015'), trivy('DS-0029'), kics('APT-GET Not Avoiding Additional Packages')],
  examples: {
    bad: [debian`RUN apt-get update && apt-get install -y curl`, debian`RUN apt-get -y install curl git`],
    good: [
      debian`RUN apt-get update && apt-get install -y --no-install-recommends curl`,
      debian`RUN apt-get -o APT::Install-Recommends=false install -y curl`,
    ],
  },

  check(instruction, report) {
    if (isAptConfigured(instruction, switchedOff)) return;
    for (const apt of installsBy(instruction, 'apt')) {
      if (
        apt.words.some(
          ({ text }) =>
            text === '--no-install-recommends' || /^(?:-o)?APT::Install-Recommends=(?:false|0|no)$/i.test(text),
        )
      )
        continue;
      const { verb } = apt;
      report({ anchor: verb.span, path: `${instruction.path}.install` }, 'Installs recommended packages too.', () =>
        withoutRecommended(instruction, apt),
      );
    }
  },
});

const switchedOff = /APT::Install-Recommends(?:\\?["'])?[ =]+\\?["']?(?:false|0|no)\b/i;

function withoutRecommended(instruction: Instruction, { verb, operands }: PackageCommand): FixOffer {
  if (instruction.json !== undefined) return { refused: 'The command is written as JSON; add the word by hand.' };
  const own = operands.map(({ text }) => packageName(text));
  const added = new Set<string>();
  const edits = [insertBehind(verb.span, '--no-install-recommends')];
  for (const { text, span } of operands) {
    const needed = neededWith.get(packageName(text));
    if (needed === undefined || added.has(needed)) continue;
    const bringers = broughtBy.get(needed) ?? [needed];
    if (own.some((name) => bringers.includes(name)) || isInstalledAbove(instruction, 'apt', bringers)) continue;
    added.add(needed);
    edits.push(insertBehind(span, needed));
  }
  const names = [...added].join(' and ');
  return {
    title: `Install without recommended packages${names === '' ? '' : `, but with ${names}`} (what needs others has to name them)`,
    edits,
  };
}
