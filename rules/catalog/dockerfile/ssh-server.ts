import { debian, dockerfile } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { copiedBy, pathsInImage } from '../../model/dockerfile/copies.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { packageCommandOf } from '../../model/dockerfile/packages.ts';
import { type Command, programOf, workWords } from '../../model/dockerfile/shell.ts';
import type { Span } from '../../text/source.ts';

export default defineRule({
  id: 'ssh-server',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  mendedByMore: true,
  title: 'Image contains an SSH server',
  why: 'A shell that is reached over the network is a second way in, with keys and passwords that nobody rotates.',
  remedy: 'Use `docker exec` or `kubectl exec`; leave the server out.',
  standards: [cisDocker('5.7')],
  examples: {
    bad: [
      debian`RUN apt-get update && apt-get install -y openssh-server`,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache dropbear
      `,
    ],
    good: [
      debian`RUN apt-get update && apt-get install -y openssh-client`,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl
      `,
    ],
  },

  check(instruction, report) {
    if (!instruction.stage.isShipped) return;
    for (const at of authorizedKeys(instruction))
      report(
        { anchor: at, path: `${instruction.path}.keys` },
        'Lets whoever has the key log in to every container of the image: authorized_keys.',
      );
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      if (makesHostKeys(command))
        report(
          { anchor: command.words[0]?.span ?? command.span, path: `${instruction.path}.host-keys` },
          'Gives every container of the image the same host keys, which the image shows to all: ssh-keygen.',
        );
      const found = packageCommandOf(command);
      if (found?.installs !== true) continue;
      for (const { text, span } of found.operands) {
        const name = text.split(/[=<>~/]/, 1)[0] ?? '';
        if (servers.has(name))
          report(
            { anchor: span, path: `${instruction.path}.${name}` },
            `Installs a server for logins over the network: ${name}.`,
          );
      }
    }
  },
});

/** Source: ssh-keygen(1), `-A`; sshd(8), FILES. */
function makesHostKeys(command: Command): boolean {
  const words = workWords(command).slice(1);
  return (
    programOf(command) === 'ssh-keygen' &&
    words.some(({ text }) => text === '-A' || /^(?:-f)?\/etc\/ssh\/ssh_host_\w+$/.test(text)) &&
    !words.some(({ text }) => text === '-l')
  );
}

/** Where the file is written or copied that says who may log in. Source: sshd(8), AUTHORIZED_KEYS FILE FORMAT. */
function authorizedKeys(instruction: Instruction): readonly Span[] {
  const isIt = (path: string): boolean => /(?:^|\/)authorized_keys2?$/.test(path);
  const written = instruction.keyword === 'RUN' ? instruction.commands.flatMap(({ outputs }) => outputs) : [];
  const copied = copiedBy(instruction).filter((source) =>
    [source.path ?? '', ...pathsInImage(instruction, source)].some(isIt),
  );
  return [...written.filter(({ text }) => isIt(text)), ...copied].map(({ span }) => span);
}

const servers: ReadonlySet<string> = new Set([
  'openssh-server',
  'dropbear',
  'telnetd',
  'inetutils-telnetd',
  'telnet-server',
  'xrdp',
  'rsh-server',
]);
