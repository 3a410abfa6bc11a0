import { debian } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { type Command, programOf } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'setuid-file',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  title: 'Program runs as its owner, whoever calls it',
  why: 'Attackers inside a container look for set-uid programs of root. One vulnerability in such a program makes them root.',
  remedy: 'Remove the bit; give the container the capability or user it needs.',
  standards: [cisDocker('4.8')],
  examples: {
    bad: [debian`RUN chmod u+s /usr/bin/tool`, debian`RUN chmod 4755 /usr/bin/tool`],
    good: [debian`RUN chmod 755 /usr/bin/tool`, debian`RUN find / -perm /6000 -exec chmod a-s {} +`],
  },

  check(instruction, report) {
    const chmod = instruction.flag('chmod');
    if (chmod?.valueSpan !== undefined && setsId(chmod.value ?? ''))
      report(
        { anchor: chmod.valueSpan, path: `${instruction.path}.chmod` },
        'Runs as its owner, whoever calls it: the copied file.',
      );
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      if (programOf(command) === 'setcap') {
        const given = command.words.find(({ text }, i) => i > 0 && strongCapability.test(text));
        if (given !== undefined)
          report(
            { anchor: given.span, path: `${instruction.path}.setcap` },
            `Has ${strongCapability.exec(given.text)?.[0] ?? given.text}, whoever calls it: the program.`,
          );
      }
      if (programOf(command) !== 'chmod') continue;
      const mode = command.words.find(({ text }, i) => i > 0 && setsId(text));
      if (mode !== undefined)
        report(
          { anchor: mode.span, path: `${instruction.path}.mode` },
          `Runs as its owner, whoever calls it: ${pathIn(command, mode.text)}.`,
          undefined,
          [],
          isForFolders(mode.text, command.words) ? { from: 'strict' } : {},
        );
    }
  },
});

/** What the mode is given to, where one word says it. */
function pathIn({ words }: Command, mode: string): string {
  const paths = words.slice(1).filter(({ text }) => text !== mode && !text.startsWith('-'));
  const [path] = paths;
  return paths.length === 1 && path !== undefined && /^[\w./+-]+$/.test(path.text) ? path.text : 'the program';
}

/** Capabilities that are as good as root, or nearly. Source: capabilities(7). */
const strongCapability =
  /cap_(?:all|chown|dac_override|dac_read_search|fowner|fsetid|setuid|setgid|setpcap|setfcap|sys_admin|sys_module|sys_ptrace|sys_rawio|sys_chroot|mknod|mac_admin|mac_override|bpf|perfmon|net_admin|linux_immutable)\b|^all=/i;

/** The set-gid bit alone is what lets files of a folder keep its group, unless it is given to programs. */
const isForFolders = (mode: string, words: readonly { readonly text: string }[]): boolean =>
  /^(?:0?2[0-7]{3}|g[+=][rwxXt]*s)/.test(mode) && !words.some(({ text }) => /(?:^|\/)s?bin\//.test(text));

/** The set-uid or set-gid bit, in numbers or letters. */
const setsId = (mode: string): boolean => /^0?[2467][0-7]{3}$/.test(mode) || /^[ugoa]*[+=][rwxXt]*s/.test(mode);
