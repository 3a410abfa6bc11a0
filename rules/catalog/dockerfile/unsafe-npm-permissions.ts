import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';
import { removeWord } from './shared/edit.ts';

export default defineRule({
  id: 'unsafe-npm-permissions',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  fix: 'review',
  title: 'Package scripts run as root',
  why: 'With `--unsafe-perm` npm runs the install scripts of every package as the user that it runs as itself, mostly root.',
  remedy: 'Remove the flag, or run npm as a user without rights.',
  examples: {
    bad: [
      dockerfile`
        FROM node:24-slim
        RUN npm install --unsafe-perm
      `,
      dockerfile`
        FROM node:24-slim
        RUN npm ci --unsafe-perm=true
      `,
    ],
    good: [
      dockerfile`
        FROM node:24-slim
        RUN npm ci --ignore-scripts
      `,
      dockerfile`
        FROM node:24-slim
        RUN npm ci --unsafe-perm=false
      `,
    ],
  },

  check(instruction, report) {
    for (const command of instruction.keyword === 'RUN' ? instruction.commands : []) {
      if (!['npm', 'pnpm', 'yarn'].includes(programOf(command) ?? '')) continue;
      for (const { text, span } of workWords(command)) {
        if (text !== '--unsafe-perm' && text !== '--unsafe-perm=true') continue;
        report(
          { anchor: span, path: `${instruction.path}.unsafe-perm` },
          `Lets scripts of packages run as root: ${text}.`,
          () =>
            instruction.json === undefined
              ? { title: 'Remove the flag', edits: [removeWord(instruction.stage.file, span)] }
              : { refused: 'It is in a JSON form; change it by hand.' },
        );
      }
    }
  },
});
