import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { removeInstruction } from './shared/edit.ts';

export default defineRule({
  id: 'unchecked-go-modules',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Go modules are not verified',
  why: 'A server in between, or the one of the module, can serve other code than everybody else gets, and nothing notices.',
  remedy: 'Leave the checks on; for private modules use `GOPRIVATE`, which names them.',
  examples: {
    bad: [
      dockerfile`
        FROM golang:1.25
        ENV GOSUMDB=off
      `,
      dockerfile`
        FROM golang:1.25
        RUN GOINSECURE=* go build ./...
      `,
    ],
    good: [
      dockerfile`
        FROM golang:1.25
        ENV GOPRIVATE=git.example.com
      `,
      dockerfile`
        FROM golang:1.25
        ENV GOSUMDB=sum.golang.org
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, stage, pairs } = instruction;
    for (const { name, value, nameSpan } of keyword === 'ENV' || keyword === 'ARG' ? pairs : []) {
      const held = value === undefined ? undefined : instruction.resolve(value);
      if (held === undefined || !isOff(name, held)) continue;
      report(
        { anchor: nameSpan, path: `${instruction.path}.${name}` },
        `Disables the check of modules: ${name}.`,
        () =>
          pairs.length === 1
            ? {
                title: `Remove ${name}`,
                consequence: 'modules that are in no database need GOPRIVATE',
                assumes: 'every module of it is public',
                edits: [removeInstruction(stage.file, instruction)],
              }
            : { refused: 'Other variables are set beside it; change it by hand.' },
      );
    }
    for (const { text, span } of keyword === 'RUN'
      ? instruction.commands.flatMap(({ assignments }) => assignments)
      : []) {
      const [name = '', value = ''] = text.split('=', 2);
      if (isOff(name, value))
        report({ anchor: span, path: `${instruction.path}.go` }, `Disables the check of modules: ${name}.`);
    }
  },
});

/** Source: `go help environment`, Go 1.25. */
function isOff(name: string, value: string): boolean {
  if (name === 'GOSUMDB') return value === 'off';
  if (name === 'GOFLAGS') return /-insecure\b/.test(value);
  return (name === 'GONOSUMDB' || name === 'GONOSUMCHECK' || name === 'GOINSECURE') && value !== '';
}
