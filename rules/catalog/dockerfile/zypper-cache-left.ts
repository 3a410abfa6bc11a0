import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import { deletes, downloadsBy } from '../../model/dockerfile/packages.ts';
import { cleanAtEnd, cleansAfter, reportLeftover } from './shared/cleaning.ts';

export default defineRule({
  id: 'zypper-cache-left',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  // Only what was downloaded goes, in a folder that no mount holds; the next install downloads it again.
  fix: 'safe',
  tags: ['practice'],
  mendedByMore: true,
  title: 'Cache of zypper stays in the image',
  why: 'Downloads stay in the layer, although nothing reads them again. They slow down every pull and every scan.',
  remedy: 'End the RUN with `zypper clean`.',
  aliases: [hadolint('DL3036'), trivy('DS-0020'), kics('Missing Zypper Clean')],
  examples: {
    bad: [
      dockerfile`
        FROM opensuse/leap:15.6
      - RUN zypper install -y httpd
      + RUN zypper install -y httpd && zypper clean
      `,
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper clean && zypper -n in httpd
      `,
    ],
    good: [
      dockerfile`
        FROM opensuse/leap:15.6
        RUN zypper -n in httpd && zypper cc -a
      `,
    ],
  },

  check(instruction, report) {
    reportLeftover(instruction, downloadsBy(instruction, 'zypper'), report, {
      folders: ['/var/cache/zypp'],
      message: 'Leaves the cache of zypper in this layer of the image.',
      isCleaned: (whole, install) =>
        cleansAfter(whole, install, /^zypper$/) || deletes(whole, /^\/var\/cache\/zypp/, install.verb.span.start),
      fix: (whole, install) => cleanAtEnd(whole, install, 'zypper clean', 'Clean the cache in the same RUN'),
    });
  },
});
