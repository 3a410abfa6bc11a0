import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { deletes, downloadsBy } from '../../model/dockerfile/packages.ts';
import { cleanAtEnd, cleansAfter, reportLeftover } from './shared/cleaning.ts';

export default defineRule({
  id: 'dnf-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // Only what was downloaded goes, in a folder that no mount holds; the next install downloads it again.
  fix: 'safe',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Cache of dnf stays in the image',
  why: 'Downloads stay in the layer, although nothing reads them again. They slow down every pull and every scan.',
  remedy: 'End the RUN with `dnf clean all`.',
  aliases: [hadolint('DL3040'), trivy('DS-0019'), trivy('DS-0027'), kics('Missing Dnf Clean All')],
  examples: {
    bad: [
      dockerfile`
        FROM fedora:42
      - RUN dnf install -y httpd
      + RUN dnf install -y httpd && dnf clean all
      `,
      dockerfile`
        FROM fedora:42
      - RUN microdnf install -y httpd
      + RUN microdnf install -y httpd && microdnf clean all
      `,
    ],
    good: [
      dockerfile`
        FROM fedora:42
        RUN --mount=type=cache,target=/var/cache/dnf dnf install -y httpd
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, downloadsBy(instruction, 'dnf'), report, {
      folders: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/libdnf', '/var/cache/yum'],
      message: 'Leaves the cache of dnf in this layer of the image.',
      isCleaned: (whole, install) =>
        cleansAfter(whole, install, /^(?:microdnf|dnf5?|tdnf|yum)$/) ||
        deletes(whole, /^\/var\/cache\/(?:lib)?(?:dnf|yum|\*)/, install.verb.span.start),
      fix: (whole, install) =>
        cleanAtEnd(whole, install, `${install.program.text} clean all`, 'Clean the cache in the same RUN'),
    });
  },
});
