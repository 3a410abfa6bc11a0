import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Instruction } from '../../model/dockerfile/instruction.ts';
import { type Command, programOf, workWords } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'persisted-secret',
  subject: 'instruction',
  severity: 'high',
  profile: 'recommended',
  isSecret: true,
  title: 'Mounted secret is copied into the image',
  why: 'The mount is there so that the secret is in no layer; the copy is in one, for everybody who can pull the image.',
  remedy: 'Let the program read the mounted file where it is, or pass it on the command line of that RUN alone.',
  examples: {
    bad: [
      debian`
        RUN --mount=type=secret,id=npmrc,target=/root/.npmrc cp /root/.npmrc /app/.npmrc && npm ci
      `,
      debian`RUN --mount=type=secret,id=token cat /run/secrets/token > /etc/token`,
    ],
    good: [
      debian`RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci`,
      debian`
        RUN --mount=type=secret,id=token curl -H "Authorization: Bearer $(cat /run/secrets/token)" https://example.com/a -o a
      `,
    ],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'RUN') return;
    const targets = secretTargets(instruction);
    if (targets.length === 0) return;
    for (const command of instruction.commands) {
      const program = programOf(command) ?? '';
      const words = workWords(command)
        .slice(1)
        .filter(({ text }) => !text.startsWith('-'));
      const read = words.find(({ text }) => targets.includes(text));
      if (read === undefined) continue;
      const copies = ['cp', 'install', 'mv', 'ln'].includes(program) && words.at(-1) !== read;
      const writes =
        ['cat', 'base64', 'sed', 'envsubst', 'tr', 'head'].includes(program) && stays(command, instruction);
      if (copies || writes)
        report(
          { anchor: read.span, path: `${instruction.path}.${read.text}` },
          `Copies a mounted secret into the image: ${read.text}.`,
        );
    }
  },
});

/** Files where the secrets of a RUN are mounted. Source: Dockerfile reference, RUN --mount=type=secret. */
function secretTargets(instruction: Instruction): readonly string[] {
  return instruction.flags.flatMap(({ name, value = '' }) => {
    const options = new Map(value.split(',').map((option) => option.split('=', 2) as [string, string | undefined]));
    if (name !== 'mount' || options.get('type') !== 'secret') return [];
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    const id = options.get('id') ?? options.get('source') ?? options.get('src');
    // Handed over as a variable it is in no file, unless a target is named as well.
    if (target === undefined && options.has('env')) return [];
    return [target ?? `/run/secrets/${id ?? ''}`];
  });
}

/** Its output goes into a file that stays, by itself or through `tee`. */
function stays(command: Command, { commands }: Instruction): boolean {
  const lasts = (path: string): boolean => !/^\/(?:dev|proc|run|tmp)\//.test(path);
  const tee = commands.find((other) => other.pipedFrom === command && programOf(other) === 'tee');
  return [...command.outputs, ...(tee?.words.slice(1) ?? [])].some(({ text }) => lasts(text));
}
