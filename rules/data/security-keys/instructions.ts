/** Instructions of Dockerfiles that security hangs on. Sources: Dockerfile reference and Docker documentation, "Build secrets"; read 2026-11-28. */
import type { KeyHelpTable } from './key-help.ts';

const reference = 'Dockerfile reference';

/** By keyword, in capitals. */
export const instructionKeys: KeyHelpTable = {
  FROM: {
    does: 'Begins a stage on an image. Only the last stage, and what it copies, is in the result.',
    unset: 'The build fails.',
    checked:
      'A tag may be another image tomorrow, a digest (`@sha256:`) stays the same. `latest` is what is taken without a tag.',
    source: reference,
  },
  USER: {
    does: 'The user, and after a colon the group, that later RUN, CMD and ENTRYPOINT run as, in this stage and in what is built on it.',
    unset: 'The user of the base image, which for most is root.',
    checked:
      'A number lets Kubernetes verify `runAsNonRoot`, a name does not. A user without a group that is not in /etc/passwd is in the group root.',
    source: reference,
  },
  HEALTHCHECK: {
    does: 'A command that Docker runs in the container again and again; when it fails the container is unhealthy.',
    unset: 'What the base image has; else Docker only sees whether the process runs.',
    checked: 'Kubernetes does not look at it: probes stand in the manifest.',
    source: reference,
  },
  ADD: {
    does: 'Copies files into the image. Unlike COPY it fetches URLs and Git repositories, and unpacks local archives.',
    unset: 'COPY does the rest, and is enough for files.',
    checked: 'What it fetches is checked only with `--checksum`. What an archive holds is not seen in the Dockerfile.',
    source: reference,
  },
  COPY: {
    does: 'Copies files of the build context, or of another stage by `--from`, into the image.',
    unset: 'Nothing of the context is in the image.',
    checked:
      'Without `--chown` the files belong to root, whoever is the USER. `COPY . .` takes all that .dockerignore does not leave out, such as .git and .env.',
    source: reference,
  },
  ARG: {
    does: 'A variable of the build, which `--build-arg` sets.',
    unset: 'Empty, or its default.',
    checked: 'Values are kept in the history and provenance of the image: pass secrets by `RUN --mount=type=secret`.',
    source: 'Docker documentation, "Build secrets"',
  },
  ENV: {
    does: 'A variable of the build from here on, and of every container of the image.',
    unset: 'What the base image sets.',
    checked: 'Values are in the image for everybody who may pull it, and a later unset does not remove them.',
    source: reference,
  },
  EXPOSE: {
    does: 'Notes a port that the program listens on. It opens nothing by itself; `docker run -P` publishes all of them.',
    unset: 'Ports are published by who starts the container.',
    source: reference,
  },
  RUN: {
    does: 'Runs a command in the build and keeps what it changed as a layer.',
    unset: 'Nothing is run.',
    checked:
      'What a layer holds stays in the image, even if a later one deletes it. `--mount=type=secret` shows a file to one command alone; `--security=insecure` gives it all of the builder.',
    source: reference,
  },
  VOLUME: {
    does: 'A folder for which Docker makes a volume when a container starts without one there.',
    unset: 'What is written there goes with the container.',
    checked: 'Kubernetes does not look at it. Changes that later instructions make in the folder may be lost.',
    source: reference,
  },
  SHELL: {
    does: 'The shell that runs later RUN, CMD and ENTRYPOINT which are not written as a list.',
    unset: '`["/bin/sh", "-c"]`',
    checked: 'With `-o pipefail` a RUN fails when any part of a pipe fails, not the last alone.',
    source: reference,
  },
  ENTRYPOINT: {
    does: 'The program of the container; CMD gives its arguments.',
    unset: 'That of the base image.',
    checked:
      'Written as a text it runs below a shell, which does not pass signals on. In Kubernetes `command` replaces it.',
    source: reference,
  },
  CMD: {
    does: 'The arguments of ENTRYPOINT, or the program where there is none.',
    unset: 'That of the base image, unless this file sets an ENTRYPOINT.',
    checked: 'In Kubernetes `args` replaces it.',
    source: reference,
  },
  ONBUILD: {
    does: 'An instruction that runs when another image is built on this one.',
    unset: 'Nothing runs there.',
    checked: 'Who builds on the image does not see it in their Dockerfile.',
    source: reference,
  },
};
