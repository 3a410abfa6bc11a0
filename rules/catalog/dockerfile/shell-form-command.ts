import { debian } from '../../contract/example.ts';
import { buildkit, defineRule, hadolint, kics } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { replace } from '../../text/edit.ts';
import { execForm } from './shared/exec-form.ts';

export default defineRule({
  id: 'shell-form-command',
  subject: 'instruction',
  severity: 'info',
  profile: 'strict',
  fix: 'review',
  tags: ['practice'],
  title: 'Command runs below a shell',
  why: 'The shell is process 1 and passes no signal on. The program is killed in the middle of its work when the container stops.',
  remedy: 'Write the command as a JSON array.',
  aliases: [
    hadolint('DL3025'),
    buildkit('JSONArgsRecommended'),
    kics('Not Using JSON In CMD And ENTRYPOINT Arguments'),
  ],
  examples: {
    bad: [
      debian`
      - CMD node server.js
      + CMD ["node", "server.js"]
      `,
      debian`ENTRYPOINT /app/start --port 8080`,
    ],
    good: [
      debian`
        SHELL ["/bin/bash", "-c"]
        CMD node server.js
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, json, stage, argument, commands } = instruction;
    if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || json !== undefined || argument.text === '') return;
    // Who sets SHELL means it, and `exec` hands the place of the shell over.
    if (stage.inForceOf('SHELL').length > 0 || commands[0]?.words[0]?.text === 'exec') return;
    report(
      { anchor: instruction.keywordSpan, path: instruction.path },
      `Runs below a shell, which passes no signals on: ${keyword}.`,
      () => {
        const other = contradiction(instruction);
        if (other !== undefined) return { refused: other };
        const form = execForm(instruction);
        return form === undefined
          ? { refused: 'It uses the shell; put it into a script that ends with `exec`.' }
          : { title: 'Write it as a JSON array', edits: [replace(argument.span, form)] };
      },
    );
  },
});

/** Why the array would start something else. Source: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact". */
function contradiction({ keyword, stage, argument, span }: Instruction): string | undefined {
  const written = stage.file.text.slice(argument.span.start, span.end);
  if (/\n[ \t]*#/.test(written)) return 'Comments are between its lines; write it by hand.';
  const last = (wanted: string): Instruction | undefined => stage.inForceOf(wanted).at(-1);
  if (keyword === 'ENTRYPOINT')
    return last('CMD') === undefined ? undefined : 'The CMD, which is not read now, would become its arguments.';
  const entrypoint = last('ENTRYPOINT')?.json;
  return typeof entrypoint === 'object' && /^-[a-z]*c$/.test(entrypoint.items.at(-1) ?? '')
    ? 'The ENTRYPOINT takes one text for its shell; write it by hand.'
    : undefined;
}
