import { debian, dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { installsBy } from '../../model/dockerfile/packages.ts';

export default defineRule({
  id: 'docker-in-image',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  mendedByMore: true,
  title: 'Image is made to use the Docker daemon',
  why: 'Whoever reaches the socket is root on its machine, with one command.',
  remedy: 'Build with a tool that needs no daemon (BuildKit rootless, Buildah), and do not mount the socket.',
  ignoreWhen: 'The image is a builder, and runs beside a daemon of its own.',
  examples: {
    bad: [debian`RUN apt-get update && apt-get install -y docker-ce-cli`, debian`VOLUME /var/run/docker.sock`],
    good: [
      dockerfile`
        FROM debian:13 AS build
        RUN apt-get install -y docker-ce-cli
        FROM debian:13-slim
        COPY --from=build /out /out
      `,
      debian`RUN echo docker`,
    ],
  },

  check(instruction, report) {
    const { keyword, argument, stage } = instruction;
    if (!stage.isShipped) return;
    const names = ['RUN', 'CMD', 'ENTRYPOINT', 'VOLUME', 'ENV'].includes(keyword);
    const socket = names ? argument.text.indexOf('docker.sock') : -1;
    if (socket >= 0) {
      const start = argument.span.start + socket;
      report(
        { anchor: { start, end: start + 'docker.sock'.length }, path: `${instruction.path}.socket` },
        'Expects the socket of the Docker daemon.',
      );
    }
    for (const manager of ['apt', 'apk', 'yum', 'dnf', 'zypper'] as const) {
      for (const { operands } of keyword === 'RUN' ? installsBy(instruction, manager) : []) {
        for (const { text, span } of operands) {
          if (client.test(text))
            report(
              { anchor: span, path: `${instruction.path}.client` },
              `Installs a client of the Docker daemon: ${text}.`,
              undefined,
              [],
              // It does nothing without the socket, which is found where it is mounted.
              { from: 'strict' },
            );
        }
      }
    }
  },
});

const client = /^(?:docker|docker-ce|docker-ce-cli|docker\.io|docker-cli|moby-cli)(?:[=<>~-]\d.*)?$/;
