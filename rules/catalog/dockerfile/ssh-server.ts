import { dockerfile } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { packageCommandOf } from '../../model/dockerfile/packages.ts';

export default defineRule({
  id: 'ssh-server',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  title: 'Image contains an SSH server',
  why: 'A shell that is reached over the network is a second way in, with keys and passwords that nobody rotates.',
  remedy: 'Use `docker exec` or `kubectl exec`; leave the server out.',
  standards: [cisDocker('5.7')],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y openssh-server
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache dropbear
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN apt-get update && apt-get install -y openssh-client
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache curl
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN' || !instruction.stage.isShipped) return;
    for (const command of instruction.commands) {
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

const servers: ReadonlySet<string> = new Set([
  'openssh-server',
  'dropbear',
  'telnetd',
  'inetutils-telnetd',
  'telnet-server',
  'xrdp',
  'vsftpd',
  'rsh-server',
]);
