import { debian, dockerfile } from '../../contract/example.ts';
import { cisDocker, defineRule } from '../../contract/rule.ts';
import { installsBy } from '../../model/dockerfile/packages.ts';

export default defineRule({
  id: 'debug-tools',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  mendedByMore: true,
  title: 'Image contains debugging tools',
  why: 'An attacker who gets in needs no download: the tools scan the network, read traffic and debug processes.',
  remedy: 'Leave them out, and attach a debug container when something has to be looked at.',
  standards: [cisDocker('4.3')],
  examples: {
    bad: [
      debian`RUN apt-get update && apt-get install -y tcpdump`,
      dockerfile`
        FROM alpine:3.22
        RUN apk add --no-cache nmap gdb
      `,
    ],
    good: [
      debian`RUN apt-get update && apt-get install -y ca-certificates`,
      dockerfile`
        FROM debian:13 AS build
        RUN apt-get install -y gdb
        FROM debian:13-slim
        COPY --from=build /app /app
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN' || !instruction.stage.isShipped) return;
    for (const manager of ['apt', 'apk', 'yum', 'dnf', 'zypper'] as const) {
      for (const { operands } of installsBy(instruction, manager)) {
        for (const { text, span } of operands) {
          const name = text.split(/[=<>~@]/)[0] ?? '';
          if (tools.has(name))
            report(
              { anchor: span, path: `${instruction.path}.${name}` },
              `Ships a tool that helps attackers: ${name}.`,
            );
        }
      }
    }
  },
});

const tools: ReadonlySet<string> = new Set(
  'gdb lsof ltrace nc ncat net-tools netcat netcat-openbsd netcat-traditional nmap nmap-ncat socat strace tcpdump telnet tshark vim nano'.split(
    ' ',
  ),
);
