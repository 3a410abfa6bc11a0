/** `seaworthy completion SHELL`: what a shell needs to complete commands and options. */
import { oneOf, parseOptions } from '../options.ts';
import { type Output, UsageError } from '../output.ts';
import type { Command, Options } from './command.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

const options = {} as const satisfies Options;

/** @param all the commands, this one among them. */
export const completion = (all: () => readonly Command[]): Command => ({
  name: 'completion',
  usage: 'seaworthy completion SHELL   complete in a shell      bash|zsh|fish',
  examples: [
    'source <(seaworthy completion bash)',
    'seaworthy completion fish > ~/.config/fish/completions/seaworthy.fish',
  ],
  options,
  run: (args, output) => run(args, output, all()),
});

function run(args: readonly string[], output: Output, commands: readonly Command[]): number {
  const { positionals } = parseOptions({ args: [...args], allowPositionals: true, options });
  const [shell] = positionals;
  if (shell === undefined) throw new UsageError(`completion needs the name of a shell: ${shells.join(', ')}`);
  output.out(scripts[oneOf('shell', shell, shells)](commands));
  return 0;
}

const optionsOf = ({ options }: Command): readonly string[] => Object.keys(options).map((name) => `--${name}`);

const scripts: { readonly [shell in (typeof shells)[number]]: (commands: readonly Command[]) => string } = {
  bash: (commands) => `_seaworthy() {
  local word=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) words="${optionsOf(command).join(' ')}" ;;\n`).join('')}  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words --help" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _seaworthy seaworthy
`,
  zsh: (commands) => `#compdef seaworthy
_seaworthy() {
  if (( CURRENT == 2 )); then
    compadd ${commands.map(({ name }) => name).join(' ')}
    return
  fi
  case "$words[2]" in
${commands.map((command) => `    ${command.name}) [[ "$PREFIX" == -* ]] && compadd -- ${[...optionsOf(command), '--help'].join(' ')} || _files ;;\n`).join('')}  esac
}
compdef _seaworthy seaworthy
`,
  fish: (commands) =>
    [
      `complete -c seaworthy -n __fish_use_subcommand -f -a "${commands.map(({ name }) => name).join(' ')}"`,
      ...commands.flatMap((command) =>
        [...optionsOf(command), '--help'].map(
          (option) => `complete -c seaworthy -n "__fish_seen_subcommand_from ${command.name}" -l ${option.slice(2)}`,
        ),
      ),
      '',
    ].join('\n'),
};
