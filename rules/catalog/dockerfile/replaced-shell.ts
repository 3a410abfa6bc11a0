import { debian } from '../../contract/example.ts';
import { defineRule, hadolint, kics } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'replaced-shell',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'RUN replaces /bin/sh',
  why: 'Scripts of packages expect the shell that the distribution ships, and an update of it silently undoes the link.',
  remedy: 'Choose the shell by SHELL.',
  aliases: [hadolint('DL4005'), kics('Changing Default Shell Using RUN Command')],
  examples: {
    bad: [debian`RUN ln -sf /bin/bash /bin/sh`, debian`RUN rm /bin/sh && ln -s /bin/bash /bin/sh`],
    good: [debian`SHELL ["/bin/bash", "-c"]`, debian`RUN ln -s /opt/tool /usr/bin/tool`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    for (const command of instruction.commands) {
      const target = workWords(command).at(-1);
      if (programOf(command) !== 'ln' || !/^\/(?:usr\/)?bin\/sh$/.test(target?.text ?? '') || target === undefined)
        continue;
      report({ anchor: target.span, path: `${instruction.path}.sh` }, 'Replaces /bin/sh for everything in the image.');
    }
  },
});
