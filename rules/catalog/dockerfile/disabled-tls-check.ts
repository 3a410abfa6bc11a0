import { dockerfile } from '../../contract/example.ts';
import type { Fix, FixOffer } from '../../contract/finding.ts';
import { checkov, defineRule } from '../../contract/rule.ts';
import { hostIn, isPrivateHost } from '../../model/dockerfile/hosts.ts';
import type { Instruction, Pair } from '../../model/dockerfile/instruction.ts';
import { type Command, programOf, type ShellWord, workWords } from '../../model/dockerfile/shell.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/source.ts';
import { removeInstruction, removeLeadingWord, removeSetting, removeWord } from './shared/edit.ts';

interface Switch {
  readonly at: Span;
  /** What is switched off by it. */
  readonly message: string;
  readonly fix: () => FixOffer;
}

/** Variables that switch the check off, with the values that do. Sources: the documentation of each program, read 2026-11-23. */
const variables: ReadonlyMap<string, RegExp> = new Map([
  // Git asks only whether it is set (http.c), so that 0 and false switch the check off as well.
  ['GIT_SSL_NO_VERIFY', /^/],
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['NPM_CONFIG_STRICT_SSL', /^false$/i],
  ['YARN_STRICT_SSL', /^false$/i],
  ['YARN_ENABLE_STRICT_SSL', /^(?:false|0)$/i],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['PIP_TRUSTED_HOST', /./],
  ['HTTPLIB2_DISABLE_SSL', /./],
  ['BUNDLE_SSL_VERIFY_MODE', /^0$/],
]);

const warning = 'a server whose authority the image does not know is refused';

export default defineRule({
  id: 'disabled-tls-check',
  subject: 'instruction',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Certificates are not checked',
  why: 'Whoever sits between the build and the server, such as a proxy or a poisoned name server, can put anything into the image.',
  remedy:
    'Let the certificate be checked. For a private authority copy its certificate into the image and run `update-ca-certificates`.',
  standards: [],
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
      dockerfile`
        FROM debian:13-slim
        RUN curl -fsSLk https://example.com/tool -o /usr/local/bin/tool
      `,
      dockerfile`
        FROM node:24-slim
        ENV NODE_TLS_REJECT_UNAUTHORIZED=0
      `,
    ],
    good: [
      dockerfile`
        FROM debian:13-slim
        RUN curl -fsSL --cacert /etc/ssl/corp.pem https://example.com/tool -o /usr/local/bin/tool
      `,
      dockerfile`
        FROM node:24-slim
        ENV NODE_EXTRA_CA_CERTS=/etc/ssl/corp.pem
      `,
    ],
  },

  check(instruction, report) {
    for (const { at, message, fix } of [...inCommands(instruction), ...inVariables(instruction)]) {
      report({ anchor: at, path: `${instruction.path}.tls` }, message, fix);
    }
  },
});

function inVariables(instruction: Instruction): Switch[] {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return [];
  return instruction.pairs.flatMap((pair) => {
    const { name, value, nameSpan, valueSpan } = pair;
    const off = variables.get(name.toUpperCase());
    const literal = value === undefined ? undefined : instruction.resolve(value);
    if (off === undefined || literal === undefined || !off.test(literal)) return [];
    const message = `${name} switches the check of certificates off.`;
    return [{ at: valueSpan ?? nameSpan, message, fix: () => withoutPair(instruction, pair) }];
  });
}

function withoutPair(instruction: Instruction, { name, nameSpan, valueSpan }: Pair): FixOffer {
  const { file } = instruction.stage;
  if (file.text.includes(`$${name}`) || file.text.includes(`\${${name}`))
    return { refused: `${name} is read elsewhere in the file; take it away by hand.` };
  const edit =
    instruction.pairs.length === 1
      ? removeInstruction(file, instruction)
      : removeWord(file, { start: nameSpan.start, end: (valueSpan ?? nameSpan).end });
  return { title: `Take ${name} away (${warning})`, edits: [edit] };
}

function inCommands(instruction: Instruction): Switch[] {
  if (instruction.keyword !== 'RUN') return [];
  return instruction.commands.flatMap((command) => [
    ...inAssignments(instruction, command),
    ...inWords(instruction, command),
  ]);
}

function inAssignments({ json, stage: { file } }: Instruction, { assignments, words }: Command): Switch[] {
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
        ? { refused: `${name} stands by itself or is read elsewhere; take it away by hand.` }
        : {
            title: `Take ${name} away (${warning})`,
            edits: [isExport ? removeWord(file, span) : removeLeadingWord(file.text, span)],
          };
    return [{ at: span, message: `${name} switches the check of certificates off.`, fix }];
  });
}

function inWords(instruction: Instruction, command: Command): Switch[] {
  const [program, ...words] = workWords(command);
  const name = programOf(command);
  if (program === undefined || name === undefined) return [];
  const byHand = { refused: 'It stands in a JSON form or in quotes; change it by hand.' };
  /** @param last the end of what goes, when it is more than the word. */
  const without = (word: ShellWord, last = word): FixOffer =>
    instruction.json === undefined
      ? checked(words, [removeWord(instruction.stage.file, { start: word.span.start, end: last.span.end })])
      : byHand;
  /** The value is a word of its own, or stands behind an equals sign. */
  const switchedOn = (word: ShellWord, value: ShellWord | undefined): FixOffer => {
    if (instruction.json !== undefined) return byHand;
    if (!word.text.includes('='))
      return value === undefined ? byHand : checked(words, [{ ...value.span, text: 'true' }]);
    const start = word.span.start + word.text.indexOf('=') + 1;
    return word.span.end - word.span.start === word.text.length
      ? checked(words, [{ start, end: word.span.end, text: 'true' }])
      : byHand;
  };
  const flag = (word: ShellWord, fix = (): FixOffer => without(word)): Switch => ({
    at: word.span,
    message: `${name} ${word.text} does not check the certificate.`,
    fix,
  });
  const setting = (word: ShellWord): Switch =>
    flag(word, () =>
      instruction.json === undefined ? checked(words, [removeSetting(instruction.stage.file, words, word)]) : byHand,
    );
  switch (name) {
    case 'curl':
      return words.flatMap((word) => {
        if (
          word.text === '--insecure' ||
          word.text === '-k' ||
          word.text === '--proxy-insecure' ||
          word.text === '--doh-insecure'
        )
          return [flag(word)];
        return /^-[a-jl-zA-Z#]*k[a-zA-Z#]*$/.test(word.text) &&
          !/^-(?:(?![oHdXuAebEFrTUwxyYzC])[a-zA-Z])*[oHdXuAebEFrTUwxyYzC][a-zA-Z]*k/.test(word.text)
          ? [flag(word, () => (instruction.json === undefined ? bundledWithout(words, word, 'k') : byHand))]
          : [];
      });
    case 'wget':
      return words.filter(({ text }) => text === '--no-check-certificate').map((word) => flag(word));
    case 'git': {
      const setting = words.find(({ text }) => /^http\.(?:.+\.)?sslverify(?:=(?:false|0|no|off))?$/i.test(text));
      if (setting === undefined) return [];
      const next = words[words.indexOf(setting) + 1];
      return setting.text.includes('=') || /^(?:false|0|no|off)$/i.test(next?.text ?? '')
        ? [
            {
              at: setting.span,
              message: `git ${setting.text.split('=')[0]} is switched off, so no certificate is checked.`,
              fix: () => switchedOn(setting, next),
            },
          ]
        : [];
    }
    case 'npm':
    case 'yarn':
    case 'pnpm': {
      // Behind `install` a bare word names a package.
      const isConfiguring = words.some(({ text }) => text === 'config' || text === 'c' || text === 'set');
      const setting = words.findIndex(({ text }) =>
        isConfiguring ? /^(?:--)?strict-ssl(?:=false)?$/i.test(text) : /^--strict-ssl(?:=false)?$/i.test(text),
      );
      const word = words[setting];
      if (word === undefined) return [];
      const next = words[setting + 1];
      const message = `${name} does not check certificates: strict-ssl is false.`;
      return /=false$/i.test(word.text) || /^false$/i.test(next?.text ?? '')
        ? [{ at: word.span, message, fix: () => switchedOn(word, next) }]
        : [];
    }
    case 'pip':
    case 'pip3':
    case 'python':
    case 'python3':
      return words.flatMap((word, i) => {
        // `pip config set global.trusted-host NAME` writes for every call what the option says for one.
        if (/^(?:global|install|download|user|site)\.trusted-host$/.test(word.text) && words[i - 1]?.text === 'set') {
          const trusted = words[i + 1]?.text ?? 'the host';
          const message = `pip does not check the certificate of ${trusted}.`;
          return [
            { at: word.span, message, fix: (): FixOffer => ({ refused: 'Take the whole command away by hand.' }) },
          ];
        }
        if (!/^--trusted-host(?:=.+)?$/.test(word.text)) return [];
        const host = word.text.includes('=') ? undefined : words[i + 1];
        const which = host?.text ?? word.text.slice('--trusted-host='.length);
        const message = `pip does not check the certificate of ${which}.`;
        const urls = [...words.map(({ text }) => text), ...indexUrls(instruction)];
        // An index without encryption is read from hosts that are trusted alone.
        const isPlain = urls.some((url) => /^(?:--[a-z-]+=)?http:/.test(url) && url.includes(which));
        return [
          {
            at: word.span,
            message,
            fix: () =>
              isPlain
                ? {
                    refused: `The index of ${which} is read without encryption, which pip refuses otherwise; use https.`,
                  }
                : without(word, host ?? word),
          },
        ];
      });
    case 'yum-config-manager':
    case 'dnf-config-manager':
    case 'microdnf':
    case 'tdnf':
    case 'dnf':
    case 'yum':
      return words.filter(({ text }) => /sslverify=(?:0|false|no)$/i.test(text)).map(setting);
    case 'apt-get':
    case 'apt':
      return words
        .filter(
          ({ text }) =>
            /^Acquire::https::.*Verify-Peer=false$/i.test(text) || /^Acquire::https::.*Verify-Host=false$/i.test(text),
        )
        .map(setting);
    default:
      return [];
  }
}

/** `-fsSLk` without its `k`. */
function bundledWithout(words: readonly ShellWord[], word: ShellWord, letter: string): FixOffer {
  if (word.span.end - word.span.start !== word.text.length)
    return { refused: 'The flags stand in quotes; change them by hand.' };
  const at = word.span.start + word.text.indexOf(letter);
  return checked(words, [{ start: at, end: at + 1, text: '' }]);
}

/** Where the stage tells pip to look. */
function indexUrls(instruction: Instruction): readonly string[] {
  return ['PIP_INDEX_URL', 'PIP_EXTRA_INDEX_URL'].flatMap((name) => {
    const found = instruction.lookup(name);
    return typeof found === 'object' ? [found.value] : [];
  });
}

function checked(words: readonly ShellWord[], edits: readonly TextEdit[]): Fix {
  const own = words
    .map(({ text }, i) => hostIn(text) ?? (words[i - 1]?.text === '--trusted-host' ? text : undefined))
    .find((host) => host !== undefined && isPrivateHost(host));
  const fix = { title: `Check the certificate (${warning})`, edits };
  return own === undefined ? fix : { ...fix, assumes: `the image knows the authority of ${own}` };
}
