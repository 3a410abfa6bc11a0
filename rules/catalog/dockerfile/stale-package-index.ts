import { debian, dockerfile } from '../../contract/example.ts';
import { checkov, cisDocker, defineRule, kics, trivy } from '../../contract/rule.ts';
import { packageCommandOf } from '../../model/dockerfile/packages.ts';

export default defineRule({
  id: 'stale-package-index',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Package index is updated in a layer of its own',
  why: 'The layer is cached while its line does not change. Later installs use an old index, and install old packages or find none.',
  remedy: 'Update and install in one RUN.',
  standards: [cisDocker('4.7')],
  aliases: [checkov('CKV_DOCKER_5'), trivy('DS-0017'), kics('Update Instruction Alone')],
  examples: {
    bad: [
      debian`
        RUN apt-get update
        RUN apt-get install -y curl
      `,
      dockerfile`
        FROM alpine:3.22
        RUN apk update
      `,
    ],
    good: [
      debian`RUN apt-get update && apt-get install -y curl`,
      dockerfile`
        FROM alpine:3.22
        RUN apk update && apk add curl
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    const found = instruction.commands.flatMap((command) => packageCommandOf(command) ?? []);
    for (const update of found) {
      if (!indexes[update.manager]?.includes(update.verb.text)) continue;
      const used = found.some(
        (other) =>
          other.manager === update.manager &&
          (other.installs || /upgrade|^source$|^build-dep$|^satisfy$|^fix$/.test(other.verb.text)),
      );
      // A script below may well install.
      if (used) return;
      report(
        { anchor: update.verb.span, path: `${instruction.path}.update` },
        'Keeps the index in a layer that is not built again when packages change.',
      );
      return;
    }
  },
});

/** Verbs that fetch the index and nothing else; with yum and dnf `update` upgrades packages. */
const indexes: { readonly [manager: string]: readonly string[] } = {
  apt: ['update'],
  apk: ['update'],
  zypper: ['refresh', 'ref'],
  yum: ['makecache'],
  dnf: ['makecache'],
};
