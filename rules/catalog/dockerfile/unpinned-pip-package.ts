import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-pip-package',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Package of pip has no fixed version',
  why: 'The next build takes whatever was published last, also a release that somebody has just taken over.',
  remedy: 'Write `name==version`, or keep the versions in a requirements or constraints file.',
  aliases: [hadolint('DL3013'), kics('Unpinned Package Version in Pip Install')],
  examples: {
    bad: [
      dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir flask
      `,
      dockerfile`
        FROM python:3.13-slim
        RUN python3 -m pip install --no-cache-dir flask==3.1.0 requests
      `,
    ],
    good: [
      dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir flask==3.1.0
      `,
      dockerfile`
        FROM python:3.13-slim
        RUN pip install --no-cache-dir -r requirements.txt
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'pip', report);
    reportUnpinned(instruction, 'pipx', report);
  },
});
