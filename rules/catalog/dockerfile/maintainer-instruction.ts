import { debian } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { buildkit, checkov, defineRule, hadolint, kics, trivy } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import type { Stage } from '../../model/dockerfile/stage.ts';

export default defineRule({
  id: 'maintainer-instruction',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  // Both only describe the image; nothing that runs in it can see them.
  fix: 'safe',
  tags: ['practice'],
  title: 'MAINTAINER is deprecated',
  why: 'The instruction was given up in favour of labels, which tools can read.',
  remedy: 'Write `LABEL org.opencontainers.image.authors="..."`.',
  aliases: [
    hadolint('DL4000'),
    checkov('CKV_DOCKER_6'),
    trivy('DS-0022'),
    buildkit('MaintainerDeprecated'),
    kics('MAINTAINER Instruction Being Used'),
  ],
  examples: {
    bad: [
      debian`
      - MAINTAINER jane@example.com
      + LABEL org.opencontainers.image.authors="jane@example.com"
      `,
      debian`MAINTAINER Jane Doe`,
    ],
    good: [debian`LABEL maintainer="jane@example.com"`],
  },

  check(instruction, report) {
    const { keyword, keywordSpan } = instruction;
    if (keyword !== 'MAINTAINER') return;
    report({ anchor: keywordSpan, path: instruction.path }, 'Replaced by labels: MAINTAINER is deprecated.', () =>
      asLabel(instruction),
    );
  },
});

function asLabel({ keywordSpan, argument, span, stage }: Instruction): FixOffer {
  const { text, escape } = stage.file;
  const name = argument.text.replaceAll(/^["']|["']$/g, '');
  // A continuation would be an escape, and comments between the lines would go.
  if (!/^[^"\\$\n]+$/.test(name) || name.includes(escape) || text.slice(span.start, span.end).includes('\n'))
    return { refused: 'The name has quotes, escapes or lines of its own; write the label by hand.' };
  if (isLabelled(stage)) return { refused: 'The label is there already; remove the instruction by hand.' };
  const written = text.slice(keywordSpan.start, keywordSpan.end);
  const usual = written === written.toLowerCase() ? 'label' : 'LABEL';
  return {
    title: 'Make it a label',
    edits: [{ start: keywordSpan.start, end: span.end, text: `${usual} ${label}="${name}"` }],
  };
}

const label = 'org.opencontainers.image.authors';

/** Each MAINTAINER of a stage asks for it. */
const labelled = new WeakMap<Stage, boolean>();

function isLabelled(stage: Stage): boolean {
  let found = labelled.get(stage);
  if (found === undefined) {
    const labels = stage.inForceOf('LABEL').flatMap(({ pairs }) => pairs);
    found = labels.some((pair) => pair.name.replaceAll(/["']/g, '') === label);
    labelled.set(stage, found);
  }
  return found;
}
