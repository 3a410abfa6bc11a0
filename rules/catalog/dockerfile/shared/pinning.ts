/**
 * Whether what a package manager is told to install has a version. Where a name, an option or a variable may hold one, it counts as pinned: only
 * what certainly floats is named. Source: each manager's manual page on package specifications.
 */
import type { Report } from '../../../contract/finding.ts';
import type { Instruction } from '../../../model/dockerfile/instruction.ts';
import { installsBy, type Manager, type PackageCommand } from '../../../model/dockerfile/packages.ts';
import type { Command } from '../../../model/dockerfile/shell.ts';
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

/** An address of a repository has a ref behind `@`; no name of a package has a slash. Source: pip documentation, "Requirement Specifiers", "VCS Support". */
function isPinnedPython({ text }: ShellWord): boolean {
  if (/^(?:[\w.[\],-]+ ?@ ?)?(?:git|hg|svn|bzr)\+/.test(text))
    return /@[^/@]+$/.test(text.replace(/^[^+]*\+\w+:\/\/[^/]*/, '').replace(/#[\s\S]*$/, ''));
  return (
    /[=<>~!]=|[<>]|@/.test(text) ||
    text === '.' ||
    text.startsWith('.[') ||
    text.includes('/') ||
    isFile(text, '.whl', '.gz', '.zip')
  );
}

/**
 * A repository has a commit or a tag behind `#`; behind `@` stands a version, a range, or a tag, which moves. Source: npm documentation, "package-spec".
 */
function isPinnedNode(text: string): boolean {
  const alias = /^(?:@?[^@]+@)?npm:(.+)$/.exec(text)?.[1];
  if (alias !== undefined) return isPinnedNode(alias);
  if (/^git[+:@]|^(?:github|gitlab|bitbucket|gist):|^[\w-][\w.-]*\/[\w.-]+(?:#|$)/.test(text)) return /#./.test(text);
  if (text.startsWith('.') || /^(?:file|link|portal|workspace):/.test(text) || isFile(text, '.tgz', '.tar', '.gz'))
    return true;
  const version = /^@?[^@]+@(.*)$/.exec(text)?.[1];
  return version !== undefined && version !== '' && !/^(?:[xX*]|[A-Za-uw-z][\w.-]*|v(?!\d)[\w.-]*)$/.test(version);
}

const pinned: { readonly [M in PackageCommand['manager']]?: (word: ShellWord, command: PackageCommand) => boolean } = {
  // `pkg/bookworm` names a release.
  // `pkg-` takes one away.
  apt: ({ text }) => /[=/]|-$/.test(text) || isFile(text, '.deb'),
  apk: ({ text }) => /[=<>~]/.test(text) || isFile(text, '.apk') || text.startsWith('.'),
  yum: isPinnedRpm,
  dnf: isPinnedRpm,
  zypper: ({ text }) => /[=<>]|-\d/.test(text) || isFile(text, '.rpm'),
  pip: isPinnedPython,
  pipx: (word, command) => isPinnedPython(word) || command.words.some(({ text }) => /^--spec(?:=|$)/.test(text)),
  npm: ({ text }) => isPinnedNode(text),
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

/** Words as the shell makes them of a variable that the same RUN sets; what others hold is not known. */
function expanded(word: ShellWord, { commands }: Instruction): readonly ShellWord[] {
  const found = /^\$(?:(\w+)|\{(\w+)\})$/.exec(word.text);
  const name = found?.[1] ?? found?.[2];
  if (!word.expands || name === undefined) return [word];
  const set = commands
    .flatMap((command) => setBy(command))
    .findLast(({ text, span }) => span.start < word.span.start && text.startsWith(`${name}=`));
  if (set === undefined || set.expands) return [word];
  const values = set.text.slice(name.length + 1).split(/\s+/);
  return values.map((text) => ({ text, expands: false, span: word.span }));
}

/** What later commands of the same shell see. */
const setBy = ({ words, assignments }: Command): readonly ShellWord[] =>
  words.length === 0 ? assignments : words[0]?.text === 'export' ? words.slice(1) : [];

/** The packages that float, in order. */
function unpinnedPackages(instruction: Instruction, command: PackageCommand): readonly ShellWord[] {
  const isPinned = pinned[command.manager];
  if (isPinned === undefined || !command.installs) return [];
  if (command.manager === 'pip' && isConstrained(instruction, command)) return [];
  const operands =
    command.manager === 'go' && command.verb.text === 'run' ? command.operands.slice(0, 1) : command.operands;
  return operands
    .flatMap((word) => (word.expands ? expanded(word, instruction) : [word]))
    .filter((word) => !word.expands && word.text !== '' && !word.text.startsWith('-') && !isPinned(word, command));
}

/** Constraints hold the versions, or the folder that packages come from does. Source: pip documentation, "Constraints Files", --no-index. */
function isConstrained(instruction: Instruction, { words }: PackageCommand): boolean {
  const isSet = (name: string): boolean => {
    const found = instruction.lookup(name);
    return typeof found === 'object' && found.value !== '';
  };
  return (
    words.some(({ text }) => /^(?:-c|--constraints?|--no-index)(?:=|$)/.test(text)) ||
    isSet('PIP_CONSTRAINT') ||
    isSet('UV_CONSTRAINT')
  );
}

/** One finding for each command that installs something in any version. */
export function reportUnpinned(instruction: Instruction, manager: Manager, report: Report): void {
  for (const command of installsBy(instruction, manager)) {
    const [first, ...more] = unpinnedPackages(instruction, command);
    if (first === undefined) continue;
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    report(
      { anchor: first.span, path: `${instruction.path}.pin` },
      `Installed in whatever version is newest: ${first.text}${others}.`,
    );
  }
}
