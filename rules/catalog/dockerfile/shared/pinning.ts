/**
 * Whether what a package manager is told to install has a version. Where a name, an option or a variable may hold one, it counts as pinned: only
 * what certainly floats is named. Source: each manager's manual page on package specifications.
 */
import type { Report } from '../../../contract/finding.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { installsBy, type Manager, type PackageCommand } from '../../../model/dockerfile/packages.ts';
import type { ShellWord } from '../../../model/dockerfile/shell-word.ts';

/** A file or an address is what it is. */
const isFile = (text: string, ...endings: readonly string[]): boolean =>
  /^(?:\.{1,2}|~)\//.test(text) ||
  text.startsWith('/') ||
  text.includes('://') ||
  endings.some((end) => text.endsWith(end));

/** A module has a stream; a group has no version. */
function isPinnedRpm({ text }: ShellWord, { realm }: PackageCommand): boolean {
  if (realm?.startsWith('group') === true || text.startsWith('@')) return true;
  return realm === 'module' ? text.includes(':') : /-\d/.test(text) || isFile(text, '.rpm');
}

const pinned: { readonly [M in PackageCommand['manager']]?: (word: ShellWord, command: PackageCommand) => boolean } = {
  // `pkg/bookworm` names a release.
  apt: ({ text }) => /[=/]/.test(text) || isFile(text, '.deb'),
  apk: ({ text }) => /[=<>~]/.test(text) || isFile(text, '.apk') || text.startsWith('.'),
  yum: isPinnedRpm,
  dnf: isPinnedRpm,
  zypper: ({ text }) => /[=<>]|-\d/.test(text) || isFile(text, '.rpm'),
  // An address of a repository has a ref behind `@`; no name of a package has a slash.
  pip: ({ text }) =>
    /^(?:[\w.[\],-]+ ?@ ?)?(?:git|hg|svn|bzr)\+/.test(text)
      ? /@[^/@]+$/.test(text.replace(/^[^+]*\+\w+:\/\/[^/]*/, '').replace(/#[\s\S]*$/, ''))
      : /[=<>~!]=|[<>]|@/.test(text) ||
        text === '.' ||
        text.startsWith('.[') ||
        text.includes('/') ||
        isFile(text, '.whl', '.gz', '.zip'),
  npm: ({ text }) =>
    // The address of a repository has a commit behind `#`.
    /^git[+:@]/.test(text)
      ? text.includes('#')
      : /.@(?!latest$|next$)/.test(text) ||
        text.includes('#') ||
        text.startsWith('.') ||
        /^(?:file|link|portal):/.test(text) ||
        isFile(text, '.tgz', '.tar', '.gz'),
  gem: ({ text }, { words }) =>
    // The value of an option that the extension of a gem takes.
    /:|^(?:true|false)$/.test(text) ||
    isFile(text, '.gem') ||
    words.some((word) => /^(?:-v|--version)(?:=|$)/.test(word.text)),
  // A package of the module itself, or of the standard library, has the module's version.
  go: ({ text }, { verb }) =>
    /@(?!latest$|upgrade$|master$|main$)/.test(text) ||
    text.startsWith('.') ||
    text.endsWith('.go') ||
    (verb.text !== 'get' && !/^[^/.]*\.[^/]*\//.test(text)),
};

/** The packages that float, in order. */
function unpinnedPackages(command: PackageCommand): readonly ShellWord[] {
  const isPinned = pinned[command.manager];
  if (isPinned === undefined || !command.installs) return [];
  // Constraints hold the versions.
  if (command.manager === 'pip' && command.words.some(({ text }) => /^(?:-c|--constraint)(?:=|$)/.test(text)))
    return [];
  const operands =
    command.manager === 'go' && command.verb.text === 'run' ? command.operands.slice(0, 1) : command.operands;
  return operands.filter((word) => !word.expands && word.text !== '' && !isPinned(word, command));
}

/** One finding for each command that installs something in any version. */
export function reportUnpinned(instruction: Instruction, manager: Manager, report: Report): void {
  for (const command of installsBy(instruction, manager)) {
    const [first, ...more] = unpinnedPackages(command);
    if (first === undefined) continue;
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    report(
      { anchor: first.span, path: `${instruction.path}.pin` },
      `Installed in whatever version is newest: ${first.text}${others}.`,
    );
  }
}
