/** Whether a package manager asks before it installs, which nobody answers in a build. */
import type { Report } from '../../../contract/finding.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { hasFlag, installsBy, type Manager, type PackageCommand } from '../../../model/dockerfile/packages.ts';
import { programOf } from '../../../model/dockerfile/shell.ts';
import { addFlag } from './cleaning.ts';

/** @param yes flags that answer every question; the fix writes the first one. */
export function reportPrompts(
  instruction: Instruction,
  manager: Manager,
  yes: readonly [string, ...string[]],
  report: Report,
): void {
  // `yes | apt-get install x` answers as well.
  if (instruction.commands.some((command) => programOf(command) === 'yes')) return;
  for (const install of installsBy(instruction, manager)) {
    if (hasFlag(install, ...yes, ...answered) || isVeryQuiet(install)) continue;
    report(
      { anchor: install.verb.span, path: `${instruction.path}.prompt` },
      `Asks before it installs, and nobody answers in a build: ${install.program.text}.`,
      () =>
        /^(?:source-install|si)$/.test(install.verb.text)
          ? { refused: 'source-install has no such flag; call zypper with --non-interactive.' }
          : addFlag(instruction, install, yes[0], `Answer with ${yes[0]}`),
    );
  }
}

/** The answer is no. Source: apt-get(8), dnf(8). */
const answered = ['--assume-no', '--assumeno', '--trivial-only'];

/** `-q -q` answers yes. Source: apt-get(8), `--quiet`. */
function isVeryQuiet({ manager, words }: PackageCommand): boolean {
  return manager === 'apt' && words.filter(({ text }) => text === '-q' || text === '--quiet').length > 1;
}
