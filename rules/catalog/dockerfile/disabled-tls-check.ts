import { debian, dockerfile } from '../../contract/example.ts';
import type { FixOffer } from '../../contract/finding.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { buildCertificateSwitches } from '../../data/certificate-switches.ts';
import { certificateLines } from '../../data/program-lines.ts';
import { targetOf } from '../../model/dockerfile/copies.ts';
import type { Instruction, Pair } from '../../model/dockerfile/instruction.ts';
import { type Command, programOf } from '../../model/dockerfile/shell.ts';
import { linesIn } from '../../model/program/lines.ts';
import { removeInstruction, removeLeadingWord, removeWord } from './shared/edit.ts';
import { type UncheckedCertificate, uncheckedIn, warning } from './shared/unchecked-certificate.ts';

/** Variables that switch the check off, with the values that do. */
const variables: ReadonlyMap<string, RegExp> = new Map(
  buildCertificateSwitches.map(({ variable, value = /^/ }) => [typeof variable === 'string' ? variable : '', value]),
);

export default defineRule({
  id: 'disabled-tls-check',
  subject: 'instruction',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Certificates are not checked',
  why: 'Whoever sits between the build and the server, such as a proxy or a poisoned name server, can put anything into the image.',
  remedy:
    'Let the certificate be checked. For a private authority copy its certificate into the image and run `update-ca-certificates`.',
  aliases: [
    checkov('CKV2_DOCKER_2'),
    checkov('CKV2_DOCKER_3'),
    checkov('CKV2_DOCKER_4'),
    checkov('CKV2_DOCKER_5'),
    checkov('CKV2_DOCKER_6'),
    checkov('CKV2_DOCKER_12'),
    checkov('CKV2_DOCKER_13'),
    checkov('CKV2_DOCKER_14'),
    checkov('CKV2_DOCKER_15'),
    checkov('CKV2_DOCKER_16'),
  ],
  examples: {
    bad: [
      debian`RUN curl -fsSLk https://example.com/tool -o /usr/local/bin/tool`,
      dockerfile`
        FROM node:24-slim
        ENV NODE_TLS_REJECT_UNAUTHORIZED=0
      `,
    ],
    good: [
      debian`
        RUN curl -fsSL --cacert /etc/ssl/corp.pem https://example.com/tool -o /usr/local/bin/tool
      `,
      dockerfile`
        FROM node:24-slim
        ENV NODE_EXTRA_CA_CERTS=/etc/ssl/corp.pem
      `,
    ],
  },

  check(instruction, report) {
    for (const { at, message, fix } of [
      ...inCommands(instruction),
      ...inVariables(instruction),
      ...inFiles(instruction),
    ]) {
      report({ anchor: at, path: `${instruction.path}.tls` }, message, fix);
    }
  },
});

function inVariables(instruction: Instruction): UncheckedCertificate[] {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return [];
  return instruction.pairs.flatMap((pair) => {
    const { name, value, nameSpan, valueSpan } = pair;
    const off = variables.get(name.toUpperCase());
    const literal = value === undefined ? undefined : instruction.resolve(value);
    if (off === undefined || literal === undefined || !off.test(literal)) return [];
    const message = `Disables certificate checks: ${name}.`;
    return [{ at: valueSpan ?? nameSpan, message, fix: () => withoutPair(instruction, pair) }];
  });
}

function withoutPair(instruction: Instruction, { name, nameSpan, valueSpan }: Pair): FixOffer {
  const { file } = instruction.stage;
  if (file.text.includes(`$${name}`) || file.text.includes(`\${${name}`))
    return { refused: `${name} is read elsewhere in the file; remove it by hand.` };
  const edit =
    instruction.pairs.length === 1
      ? removeInstruction(file, instruction)
      : removeWord(file, { start: nameSpan.start, end: (valueSpan ?? nameSpan).end });
  // It holds for all that is called, when the image runs too.
  return {
    title: `Remove ${name}`,
    consequence: `${warning}`,
    edits: [edit],
    assumes: 'the image knows the authorities of all that it calls',
  };
}

function inCommands(instruction: Instruction): UncheckedCertificate[] {
  if (instruction.keyword !== 'RUN') return [];
  return instruction.commands.flatMap((command) => [
    ...inAssignments(instruction, command),
    ...uncheckedIn(instruction, command),
  ]);
}

function inAssignments(
  { json, stage: { file } }: Instruction,
  { assignments, words }: Command,
): UncheckedCertificate[] {
  const isExport = words[0]?.text === 'export';
  return [...assignments, ...(isExport ? words.slice(1) : [])].flatMap((word) => {
    const { text, span, expands } = word;
    const equals = text.indexOf('=');
    const name = text.slice(0, equals);
    const off = equals < 0 || expands ? undefined : variables.get(name.toUpperCase());
    if (off?.test(text.slice(equals + 1)) !== true) return [];
    // Without a command behind it, or as the only word of an export, what is left means something else.
    const isAlone = isExport ? words.length === 2 : words.length === 0;
    const fix = (): FixOffer =>
      json !== undefined || isAlone || file.text.includes(`$${name}`) || file.text.includes(`\${${name}`)
        ? { refused: `${name} is by itself or is read elsewhere; remove it by hand.` }
        : {
            title: `Remove ${name} (${warning})`,
            edits: [isExport ? removeWord(file, span) : removeLeadingWord(file.text, span)],
          };
    return [{ at: span, message: `Disables certificate checks: ${name}.`, fix }];
  });
}

/** Programs that write what stands in their words, where a redirection or they themselves put it. */
const writers = /^(?:echo|printf|sed|tee)$/;

/** Lines of configuration files that the instruction writes. */
function inFiles(instruction: Instruction): UncheckedCertificate[] {
  const { keyword, commands, heredocs, stage } = instruction;
  if (!['RUN', 'COPY', 'ADD'].includes(keyword)) return [];
  const fix = (): FixOffer => ({ refused: 'Remove the line by hand.' });
  const target = targetOf(instruction)?.path ?? '';
  const written = commands.flatMap((command) => {
    if (!writers.test(programOf(command) ?? '')) return [];
    const file = command.outputs[0]?.text ?? '';
    // What sed looks for comes first, and is replaced.
    const shown = (text: string): string =>
      programOf(command) === 'sed' ? (/^s(.).*?\1(.*)/.exec(text)?.[2] ?? '') : text;
    return command.words
      .slice(1)
      .flatMap(({ text, span }) =>
        linesIn(file, shown(text).replaceAll('\\n', '\n'), certificateLines).map(({ does }) => ({ does, at: span })),
      );
  });
  const inHeredocs = heredocs.flatMap(({ body }) =>
    linesIn(target, stage.file.text.slice(body.start, body.end), certificateLines).map(({ does, start, end }) => ({
      does,
      at: { start: body.start + start, end: body.start + end },
    })),
  );
  return [...written, ...inHeredocs].map(({ does, at }) => ({
    at,
    message: `Disables certificate checks: ${does}.`,
    fix,
  }));
}
