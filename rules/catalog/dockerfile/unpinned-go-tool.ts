import { dockerfile } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';
import { reportUnpinned } from './shared/pinning.ts';

export default defineRule({
  id: 'unpinned-go-tool',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Go tool has no fixed version',
  why: 'The next build takes whatever was published last, also a release that somebody has just taken over.',
  remedy: 'Write `path@version`.',
  aliases: [hadolint('DL3062')],
  examples: {
    bad: [
      dockerfile`
        FROM golang:1.25
        RUN go install golang.org/x/tools/cmd/stringer@latest
      `,
      dockerfile`
        FROM golang:1.25
        RUN go get example.com/tool/cmd
      `,
    ],
    good: [
      dockerfile`
        FROM golang:1.25
        RUN go install golang.org/x/tools/cmd/stringer@v0.36.0
      `,
      dockerfile`
        FROM golang:1.25
        RUN go install ./...
      `,
    ],
  },

  check(instruction, report) {
    reportUnpinned(instruction, 'go', report);
  },
});
