/** What is done to texts: stretches of others in their middle, cuts at any byte, characters that mean something or nothing. Must not know what reads them. */
import type { FileSet } from './ingredients.ts';
import { names } from './ingredients.ts';
import type { Random } from './random.ts';

/** Controls, halves of characters, what terminals, CI systems and editors take for more than text. */
const controls: readonly string[] = [
  '\0',
  '\x1b[31m',
  '\b',
  '\x7f',
  '\x85',
  '\v',
  '\f',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '\ufeff',
  '\u2028',
  '\u00a0',
  '\u202e',
  '\u200b',

  '\ud800',
  '\udfff',
  '\ud83d',
  '😀',
  'é',
  '\uffff',
  '::error::',
  '![x](https://example.com/x)',
  '<b>',
  '`',
  '|',
];

/** What YAML, Dockerfiles and their comments are made of. */
const marks: readonly string[] = [
  ...[
    ': ',
    ':',
    '- ',
    '-',
    '? ',
    '&a ',
    '*a',
    '&a [*a]',
    '<<: *a\n',
    '!!binary ',
    '!!set ',
    '!x ',
    '|',
    '>-\n',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
  ],
  ...[
    '---\n',
    '...\n',
    '%YAML 1.1\n---\n',
    '#',
    '# ',
    '{{ x }}',
    '{{- if .x }}\n',
    '{{- end }}\n',
    '@',
    '`',
    '~',
    'null',
    '=',
    '\\',
  ],
  ...[
    '\\\n',
    '`\n',
    '$',
    '${',
    '${x:-',
    '${x',
    '$(',
    '$$',
    '<<EOF\n',
    '<<-"EOF"\n',
    'EOF\n',
    '&&',
    '||',
    ';',
    '| sh',
    '"]',
    '["',
  ],
  ...[
    '\nFROM ',
    '\nFROM scratch\n',
    '\nUSER ',
    '\nUSER 0\n',
    '\nRUN ',
    '\nONBUILD ',
    '\nARG x=\n',
    '\nENV ',
    '\nHEALTHCHECK ',
    '\nCOPY --from=0 ',
  ],
  ...[
    '# syntax=x\n',
    '# escape=`\n',
    '--mount=type=',
    '--chmod=',
    ' AS ',
    'services:\n',
    'kind: List\nitems:\n',
    'kind: Pod\n',
    'apiVersion: v1\n',
  ],
  ...[
    '# seaworthy allow ',
    '# seaworthy allow * ',
    '# hadolint ignore=DL3006\n',
    '#checkov:skip=',
    'spec:\n',
    'metadata:\n',
    'containers:\n',
  ],
];

/** Values that are not what a field is for. */
const values: readonly string[] = [
  ...[
    '',
    'null',
    '~',
    '[]',
    '{}',
    '""',
    '-1',
    '0',
    '00',
    '0o17',
    '0x1F',
    '1e400',
    '.nan',
    '-.inf',
    '99999999999999999999',
    '1.0',
    'true',
    'yes',
    'off',
  ],
  ...[
    '[a, b]',
    '{a: b}',
    '[[]]',
    '{{}}',
    '[null]',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '"\\u0000"',
    '"\\ud800"',
    '2001-01-01',
  ],
  ...[
    'a:b:c@d',
    'https://user:password@example.com/x',
    '../../../etc/passwd',
    '*',
    '&x 1',
    '!!int x',
    '!!null',
    '"a\\nb"',
    '|\n    x\n',
    '65536',
    '0777',
  ],
];

const cut = (text: string, random: Random): number => random.below(text.length + 1);

/** A stretch of a text that ends anywhere, also within a character. */
function stretch(text: string, random: Random): string {
  if (random.percent(30)) {
    const lines = text.split('\n');
    const start = random.below(lines.length);
    return `${lines.slice(start, start + 1 + random.below(12)).join('\n')}\n`;
  }
  const start = cut(text, random);
  return text.slice(start, start + random.below(random.percent(50) ? 40 : 600));
}

/** Half a character in UTF-8 is another one once it was read. */
function cutAtByte(text: string, random: Random): string {
  const bytes = Buffer.from(text);
  const at = random.below(bytes.length + 1);
  return (random.percent(50) ? bytes.subarray(0, at) : bytes.subarray(at)).toString('utf8');
}

/** @param other gives texts to take stretches from. */
function mangled(text: string, other: () => string, random: Random): string {
  const at = cut(text, random);
  const end = Math.min(text.length, at + random.below(random.percent(70) ? 12 : 300));
  switch (random.below(11)) {
    case 0:
      return text.slice(0, at) + stretch(other(), random) + text.slice(end);
    case 1:
      return text.slice(0, at) + other().slice(cut(text, random));
    case 2:
      return cutAtByte(text, random);
    case 3:
    case 4:
      return (
        text.slice(0, at) +
        random.one(random.percent(35) ? controls : marks) +
        text.slice(random.percent(50) ? at : end)
      );
    case 5:
      return text.slice(0, at) + text.slice(end);
    case 6: {
      const lines = text.split('\n');
      const line = random.below(lines.length);
      const moved = lines.splice(line, 1 + random.below(5));
      if (random.percent(50))
        lines.splice(random.below(lines.length + 1), 0, ...moved, ...(random.percent(50) ? moved : []));
      return lines.join('\n');
    }
    case 7: {
      const lines = text.split('\n');
      const line = random.below(lines.length);
      const by = random.one(['', ' ', '  ', '    ', '\t', '- ']);
      for (let i = line; i < Math.min(lines.length, line + 1 + random.below(8)); i++)
        lines[i] = by === '' ? (lines[i] ?? '').replace(/^ {1,2}/, '') : by + (lines[i] ?? '');
      return lines.join('\n');
    }
    case 8:
      return random.percent(50)
        ? text.replaceAll('\n', '\r\n')
        : text.replaceAll('\n', random.one(['\r', '\n\n', '\n \n']));
    default: {
      // Another value behind a key, or another argument behind a word.
      const lines = text.split('\n');
      const line = random.below(lines.length);
      lines[line] = (lines[line] ?? '').replace(
        /^([ \t]*(?:- )?[\w./"'-]+(?::| ))[^\n]*/,
        (_, key: string) => `${key} ${random.one(values)}`,
      );
      return lines.join('\n');
    }
  }
}

/** Texts do not grow from step to step. */
const longest = 24_000;

/** A set of files as somebody might have left it. */
export function spliced(sets: readonly FileSet[], random: Random): FileSet {
  const other = (): string => {
    const texts = Object.values(random.one(sets));
    return texts.length === 0 ? '' : random.one(texts);
  };
  const files = new Map(Object.entries(random.one(sets)));
  if (random.percent(25))
    for (const [path, text] of Object.entries(random.one(sets))) if (files.size < 8) files.set(path, text);
  for (const [path, text] of [...files]) {
    let now = text;
    if (random.percent(85)) for (let steps = 1 + random.below(4); steps > 0; steps--) now = mangled(now, other, random);
    files.delete(path);
    files.set(random.percent(20) ? random.one(names) : path, now.slice(0, longest));
  }
  return Object.fromEntries(files);
}
