import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { deletes, downloadsBy } from '../../model/dockerfile/packages.ts';
import { cleanAtEnd, cleansAfter, reportLeftover } from './shared/cleaning.ts';

export default defineRule({
  id: 'yum-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // Only what was downloaded goes, in a folder that no mount holds; the next install downloads it again.
  fix: 'safe',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Cache of yum stays in the image',
  why: 'Downloads stay in the layer, although nothing reads them again. They slow down every pull and every scan.',
  remedy: 'End the RUN with `yum clean all`.',
  aliases: [hadolint('DL3032'), trivy('DS-0015'), kics('Yum Clean All Missing')],
  examples: {
    bad: [
      dockerfile`
        FROM amazonlinux:2
      - RUN yum install -y httpd
      + RUN yum install -y httpd && yum clean all
      `,
      dockerfile`
        FROM amazonlinux:2
        RUN yum clean all && yum install -y httpd
      `,
    ],
    good: [
      dockerfile`
        FROM amazonlinux:2
        RUN yum install -y httpd && rm -rf /var/cache/yum
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, downloadsBy(instruction, 'yum'), report, {
      folders: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'],
      message: 'Leaves the cache of yum in this layer of the image.',
      isCleaned: (whole, install) =>
        cleansAfter(whole, install, /^(?:yum|dnf)$/) ||
        deletes(whole, /^\/var\/cache\/(?:yum|dnf|\*)/, install.verb.span.start),
      fix: (whole, install) => cleanAtEnd(whole, install, 'yum clean all', 'Clean the cache in the same RUN'),
    });
  },
});
