/**
 * What a command asks of a package manager: the verb, the packages, the flags. One reader for all managers; what differs between them stands in
 * one table. Source: each manager's manual page or `--help`, as of 2026-11-23.
 */
import type { Instruction } from './instruction.ts';
import { type Command, programName, workWords } from './shell.ts';
import type { ShellWord } from './shell-word.ts';
import type { Stage } from './stage.ts';

/** Package managers that are known, by their family: `apt` stands for apt-get, too. */
export type Manager = 'apt' | 'apk' | 'yum' | 'dnf' | 'zypper' | 'pip' | 'pipx' | 'npm' | 'yarn' | 'gem' | 'go';

interface ManagerFacts {
  readonly programs: readonly string[];
  /** Verbs that install what is named. */
  readonly install: readonly string[];
  /** Further verbs that download packages. */
  readonly download?: readonly string[];
  /** Flags that take the next word. */
  readonly takesWord: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const rpmDownloads = [
  'upgrade',
  'update',
  'up',
  'upgrade-minimal',
  'update-minimal',
  'up-min',
  'distro-sync',
  'swap',
  'builddep',
];

const managers: { readonly [M in Manager]: ManagerFacts } = {
  apt: {
    programs: ['apt-get', 'apt', 'aptitude'],
    install: ['install'],
    takesWord: set('-o --option -t --target-release --default-release -c --config-file'),
  },
  apk: {
    programs: ['apk'],
    install: ['add'],
    takesWord: set('-t --virtual -X --repository -p --root --arch --keys-dir --repositories-file --cache-dir --wait'),
  },
  yum: {
    programs: ['yum'],
    install: ['install', 'localinstall', 'reinstall', 'groupinstall'],
    download: rpmDownloads,
    takesWord: set('-c --config -d -e -R -x --exclude --enablerepo --disablerepo --installroot --releasever --setopt'),
  },
  dnf: {
    programs: ['dnf', 'microdnf', 'dnf5', 'tdnf'],
    install: ['install', 'in', 'localinstall', 'reinstall', 'rei', 'groupinstall'],
    download: rpmDownloads,
    takesWord: set(
      '-c --config -d -e -R -x --exclude --enablerepo --disablerepo --repo --repoid --installroot --releasever --setopt',
    ),
  },
  zypper: {
    programs: ['zypper'],
    install: ['install', 'in', 'source-install', 'si'],
    download: ['update', 'up', 'dist-upgrade', 'dup', 'patch'],
    takesWord: set('-R --root --installroot -r --repo --from -t --type -C --capability --config -D --reposd-dir'),
  },
  pip: {
    programs: ['pip', 'pip2', 'pip3'],
    install: ['install'],
    takesWord: set(
      '-r --requirement -c --constraint -e --editable -i --index-url --extra-index-url -f --find-links -t --target -d --trusted-host --prefix --root --platform --python-version --implementation --abi --src --proxy --timeout --retries --cache-dir --log --cert --client-cert --progress-bar --no-binary --only-binary --upgrade-strategy --global-option --install-option --report --use-feature --use-deprecated --config-settings --root-user-action --exists-action --python --keyring-provider --group --dry-run-report --uploaded-prior-to --build-constraint',
    ),
  },
  // Also `uv tool install`.
  pipx: {
    programs: ['pipx'],
    install: ['install'],
    takesWord: set('--spec --suffix --python --index-url -i --pip-args --with --from --index --default-index'),
  },
  npm: {
    programs: ['npm', 'pnpm'],
    install: ['install', 'i', 'add'],
    takesWord: set('--registry --prefix -C --loglevel --cache --userconfig --tag --omit --only -w --workspace --dir'),
  },
  yarn: {
    programs: ['yarn', 'yarnpkg'],
    install: ['install', 'add'],
    takesWord: set('--cwd --cache-folder --modules-folder --mutex --registry --network-timeout --network-concurrency'),
  },
  gem: {
    programs: ['gem'],
    install: ['install', 'i'],
    takesWord: set('-v --version -i --install-dir -n --bindir -P --trust-policy -s --source --platform --build-root'),
  },
  go: {
    programs: ['go'],
    install: ['install', 'get', 'run'],
    takesWord: set('-C -ldflags -gcflags -asmflags -tags -o -p -mod -modfile -exec -buildmode -compiler'),
  },
};

const byProgram = new Map(
  (Object.keys(managers) as Manager[]).flatMap((manager) =>
    managers[manager].programs.map((program) => [program, manager] as const),
  ),
);

/** What one command asks of a package manager. */
export interface PackageCommand {
  readonly manager: Manager;
  /** As it is called, such as `microdnf`. */
  readonly program: ShellWord;
  readonly verb: ShellWord;
  readonly installs: boolean;
  /** Packages are fetched, be it to install or to upgrade. */
  readonly downloads: boolean;
  /** What stands before the verb: `module` of `dnf module install`. */
  readonly realm: string | undefined;
  /** What the verb is applied to: flags and their values left out. */
  readonly operands: readonly ShellWord[];
  /** Everything behind the program. */
  readonly words: readonly ShellWord[];
}

/** Many rules ask the same of each command. */
const known = new WeakMap<Command, PackageCommand | null>();

/** @returns undefined for other programs, and where no verb is given. */
export function packageCommandOf(command: Command): PackageCommand | undefined {
  let found = known.get(command);
  if (found === undefined) {
    found = read(command) ?? null;
    known.set(command, found);
  }
  return found ?? undefined;
}

function read(command: Command): PackageCommand | undefined {
  let words = workWords(command);
  // `python3 -m pip install`, `uv pip install`
  const called = programName(words[0]) ?? '';
  if (/^python[\d.]*$/.test(called) && words[1]?.text === '-m') words = words.slice(2);
  else if (called === 'uv' && (words[1]?.text === 'pip' || words[1]?.text === 'tool')) words = words.slice(1);
  const [program, ...rest] = words;
  const name = programName(program) ?? '';
  const manager = byProgram.get(/^pip\d\.\d+$/.test(name) ? 'pip' : called === 'uv' && name === 'tool' ? 'pipx' : name);
  if (program === undefined || manager === undefined) return undefined;
  const { install, download = [], takesWord } = managers[manager];
  const operands: ShellWord[] = [];
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] as ShellWord;
    // What follows is for the compiler.
    if (word.text === '--' && manager === 'gem') break;
    if (!word.text.startsWith('-')) operands.push(word);
    else if (takesWord.has(word.text)) i++;
  }
  let [verb, ...named] = operands;
  const realm = /^(?:global|module|groups?)$/.exec(verb?.text ?? '')?.[0];
  if (realm !== undefined) [verb, ...named] = named;
  // Alone, yarn installs.
  if (verb === undefined && manager === 'yarn') verb = program;
  if (verb === undefined) return undefined;
  const isReal = !rest.some(({ text }) => pretends.test(text));
  const installs = isReal && (install.includes(verb.text) || (manager === 'yarn' && verb === program));
  const downloads = installs || (isReal && download.includes(verb.text));
  return { manager, program, verb, installs, downloads, realm, operands: named, words: rest };
}

/** What would be done is printed, and nothing is. Source: the manual page of each manager. */
const pretends = /^--(?:simulate|just-print|dry-run|recon|no-act)$/;

/** The commands of a RUN that call a manager; none of other instructions. */
function callsOf(instruction: Instruction, manager: Manager): readonly PackageCommand[] {
  if (instruction.keyword !== 'RUN') return [];
  return instruction.commands.flatMap((command) => {
    const found = packageCommandOf(command);
    return found?.manager === manager ? [found] : [];
  });
}

/** Those that install what they name. */
export function installsBy(instruction: Instruction, manager: Manager): readonly PackageCommand[] {
  return callsOf(instruction, manager).filter(({ installs }) => installs);
}

/** Those that fetch packages, to install or to upgrade. */
export function downloadsBy(instruction: Instruction, manager: Manager): readonly PackageCommand[] {
  return callsOf(instruction, manager).filter(({ downloads }) => downloads);
}

/** One of the flags is set: a long one as it is or with `=`, a letter also among others (`-qy`). */
export function hasFlag({ words }: PackageCommand, ...flags: readonly string[]): boolean {
  return words.some(({ text }) =>
    flags.some((flag) =>
      /^-[A-Za-z]$/.test(flag)
        ? /^-[A-Za-z]+$/.test(text) && text.includes(flag.slice(1))
        : text === flag || text.startsWith(`${flag}=`),
    ),
  );
}

/** Some command of the instruction is this program with all of these words, @param after where in the file. */
export function runs(instruction: Instruction, program: string, words: readonly string[], after = 0): boolean {
  return instruction.commands.some((command) => {
    const [called, ...rest] = workWords(command);
    return (
      called !== undefined &&
      called.span.start >= after &&
      programName(called) === program &&
      words.every((word) => rest.some(({ text }) => text === word))
    );
  });
}

/** `rm` of something at or below a path, @param after where in the file: what comes before counts for nothing. */
export function deletes(instruction: Instruction, path: RegExp, after = 0): boolean {
  return instruction.commands.some((command) => {
    const [called, ...rest] = workWords(command);
    return (
      called !== undefined &&
      called.span.start >= after &&
      programName(called) === 'rm' &&
      rest.some(({ text }) => path.test(text))
    );
  });
}

/** A package, whatever its version, is installed by name above an instruction, in this stage or one it is built on. */
export function isInstalledAbove({ stage, index }: Instruction, manager: Manager, names: readonly string[]): boolean {
  let above = installed.get(stage);
  if (above === undefined) {
    above = new Map();
    installed.set(stage, above);
  }
  let byName = above.get(manager);
  if (byName === undefined) {
    byName = firstInstalls(stage, manager);
    above.set(manager, byName);
  }
  return names.some((name) => (byName.get(name) ?? Number.POSITIVE_INFINITY) < index);
}

const installed = new WeakMap<Stage, Map<Manager, ReadonlyMap<string, number>>>();

/** Index of the first instruction that installs each package. */
function firstInstalls(stage: Stage, manager: Manager): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const instruction of stage.inForce)
    for (const { operands } of installsBy(instruction, manager))
      for (const { text } of operands) {
        const name = packageName(text);
        if (!found.has(name)) found.set(name, instruction.index);
      }
  return found;
}

/** `curl` of `curl=8.14.1-2` and `curl/trixie-backports`. */
export const packageName = (text: string): string => text.split(/[=/:]/, 1)[0] ?? '';
