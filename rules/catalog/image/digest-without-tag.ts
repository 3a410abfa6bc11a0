import { debian, dockerfile, pod } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'digest-without-tag',
  subject: 'image',
  severity: 'info',
  profile: 'all',
  title: 'Digest has no tag',
  why: 'Nobody sees which version runs, and tools that propose updates find none.',
  remedy: 'Write both: `name:tag@sha256:...`.',
  ignoreWhen: 'A tool writes the digests, and keeps the versions elsewhere.',
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000
      `,
      dockerfile`
        FROM debian@sha256:0000000000000000000000000000000000000000000000000000000000000000
        USER 1000
      `,
    ],
    good: [
      pod`
        containers:
          - name: web
            image: nginx:1.29@sha256:0000000000000000000000000000000000000000000000000000000000000000
      `,
      debian`USER 1000`,
    ],
  },

  check(image, report) {
    const { tag, digest, problem } = image.reference;
    if (digest !== undefined && tag === undefined && problem === undefined)
      report(image, 'Does not show which version this is: a digest without a tag.');
  },
});
