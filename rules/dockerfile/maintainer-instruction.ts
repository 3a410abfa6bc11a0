import { buildkit, checkov, defineRule, dockerfile, hadolint, kics, trivy } from '../rule.ts';
import { replace } from '../text/edit.ts';

export default defineRule({
  id: 'maintainer-instruction',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  fix: 'safe',
  tags: ['practice'],
  since: '0.1.0',
  title: 'MAINTAINER is no longer used',
  why: 'The instruction was given up in favour of labels, which tools can read.',
  remedy: 'Write `LABEL org.opencontainers.image.authors="..."`.',
  standards: [],
  aliases: [
    hadolint('DL4000'),
    checkov('CKV_DOCKER_6'),
    trivy('DS-0022'),
    buildkit('MaintainerDeprecated'),
    kics('MAINTAINER Instruction Being Used'),
  ],
  examples: {
    bad: [
      dockerfile`
        FROM debian:13-slim
        MAINTAINER jane@example.com
      `,
      dockerfile`
        FROM debian:13-slim
        MAINTAINER Jane Doe
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        LABEL org.opencontainers.image.authors="jane@example.com"
      `,
      dockerfile`
        FROM debian:13-slim
        LABEL maintainer="jane@example.com"
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, keywordSpan, argument, span, onbuild } = instruction;
    if (keyword !== 'MAINTAINER') return;
    report({ anchor: keywordSpan, path: instruction.path }, 'MAINTAINER was given up in favour of labels.', () => {
      const name = argument.text.replaceAll(/^["']|["']$/g, '');
      if (onbuild || !/^[^"\\$\n]+$/.test(name))
        return { refused: 'The name has quotes of its own; write the label by hand.' };
      return { title: 'Make it a label', edits: [replace(span, `LABEL org.opencontainers.image.authors="${name}"`)] };
    });
  },
});
