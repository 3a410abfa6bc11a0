import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-apt-package',
  subject: 'instruction',
  severity: 'info',
  profile: 'all',
  tags: ['practice'],
  title: 'Package of apt has no fixed version',
  why: 'Two builds of the same file can hold different packages. Pins have a cost too: they keep a build from getting security updates.',
  remedy: 'Write `name=version`, or pin the base image by digest and rebuild it often.',
  aliases: [hadolint('DL3008'), kics('Apt Get Install Pin Version Not Defined')],
  examples: {
    bad: [debian`RUN apt-get update && apt-get install -y curl`, debian`RUN apt-get install -y curl=8.14.1-2 git`],
    good: [debian`RUN apt-get update && apt-get install -y curl=8.14.1-2`, debian`RUN apt-get install -y ./tool.deb`],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'apt', report);
  },
});
