/** What other tools get wrong in Dockerfiles. */
import { dockerfile } from '../../../rules/contract/example.ts';
import type { Defect } from './defect.ts';

export const dockerfiles: readonly Defect[] = [
  {
    tool: 'trivy',
    says: 'DS-0002 throws the users of all stages together; checkov CKV_DOCKER_3 too',
    text: dockerfile`
      FROM debian:13-slim AS build
      USER app
      FROM debian:13-slim
      CMD ["x"]
    `,
    found: ['missing-user'],
  },
  {
    tool: 'checkov',
    says: 'CKV_DOCKER_8 knows `root` alone; so does dockle',
    text: dockerfile`
      FROM debian:13-slim
      USER "0:0"
    `,
    found: ['root-user'],
  },
  {
    tool: 'hadolint',
    says: 'DL3002 says nothing when there is no USER, and expands no variables',
    text: dockerfile`
      FROM scratch
      ARG U=root
      USER $U
    `,
    found: ['root-user'],
  },
  {
    tool: 'hadolint',
    says: 'DL3002 finds root in a stage that only builds',
    text: dockerfile`
      FROM golang:1.25 AS build
      USER root
      FROM scratch
      USER 1000
    `,
    quiet: ['root-user'],
  },
  {
    tool: 'hadolint',
    says: 'DL3029 finds platforms from a variable',
    text: dockerfile`
      ARG MYPLATFORM=linux/amd64
      FROM --platform=$MYPLATFORM debian:13-slim
    `,
    quiet: ['fixed-platform'],
  },
  {
    tool: 'hadolint',
    says: 'DL3064 finds `token` and `private` anywhere in a name',
    text: dockerfile`
      FROM debian:13-slim
      ARG TOKENIZERS_PARALLELISM=false
      ARG PRIVATE_REGISTRY_HOST=registry.example.com
    `,
    quiet: ['literal-secret', 'secret-argument'],
  },
  {
    tool: 'BuildKit',
    says: 'SecretsUsedInArgOrEnv misses words without underscores',
    text: dockerfile`
      FROM debian:13-slim
      ENV DBPASSWORD=f7Kq29xLw0 apiKey=f7Kq29xLw0aB3dE5
    `,
    found: ['literal-secret'],
  },
  {
    tool: 'trivy',
    says: 'DS-0010 splits commands at && alone',
    text: dockerfile`
      FROM debian:13-slim
      RUN make; sudo make install
    `,
    found: ['sudo-in-run'],
  },
  {
    tool: 'checkov',
    says: 'CKV_DOCKER_9 and 5 look for parts of words: `rm` in `format`',
    text: dockerfile`
      FROM debian:13-slim
      RUN apt-get update && echo format
    `,
    found: ['stale-package-index'],
  },
  {
    tool: 'every linter',
    says: 'reads a heredoc as instructions, or not at all',
    text: dockerfile`
      FROM debian:13-slim
      USER 1000
      RUN <<EOF
      sudo make
      USER root
      EOF
    `,
    found: ['sudo-in-run'],
    quiet: ['root-user'],
  },
];
