import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { programOf, workWords } from '../../model/dockerfile/shell.ts';

export default defineRule({
  id: 'extra-package-index',
  subject: 'instruction',
  severity: 'medium',
  profile: 'strict',
  title: 'Packages may come from either of two indexes',
  why: 'pip takes the highest version of both. Whoever registers the name of an internal package in the public index, with a high version, has their code installed.',
  remedy: 'Use one index that serves both (`--index-url`), or pin with hashes.',
  examples: {
    bad: [
      dockerfile`
        FROM python:3.13-slim
        RUN pip install --extra-index-url https://pypi.example.com/simple tool
      `,
      dockerfile`
        FROM python:3.13-slim
        ENV PIP_EXTRA_INDEX_URL=https://pypi.example.com/simple
      `,
    ],
    good: [
      dockerfile`
        FROM python:3.13-slim
        RUN pip install --index-url https://pypi.example.com/simple tool
      `,
      dockerfile`
        FROM python:3.13-slim
        RUN pip install --require-hashes -r requirements.txt --extra-index-url https://pypi.example.com/simple
      `,
    ],
  },

  check(instruction, report) {
    const message = 'May install a package of the same name from the public index.';
    for (const { name, nameSpan, value } of ['ENV', 'ARG'].includes(instruction.keyword) ? instruction.pairs : []) {
      if (/^(?:PIP|UV)_EXTRA_INDEX_URL$/.test(name) && value !== undefined && value !== '')
        report({ anchor: nameSpan, path: `${instruction.path}.${name}` }, message);
    }
    for (const command of instruction.keyword === 'RUN' ? instruction.commands : []) {
      const words = workWords(command);
      if (!/^(?:pip[\d.]*|uv|python[\d.]*)$/.test(programOf(command) ?? '')) continue;
      // With hashes nothing else is taken, and PyTorch's own index holds other builds of names that it owns.
      if (words.some(({ text }) => text === '--require-hashes' || text.includes('download.pytorch.org'))) continue;
      for (const { text, span } of words) {
        if (/^--extra-index-url(?:=|$)/.test(text))
          report({ anchor: span, path: `${instruction.path}.extra-index-url` }, message);
      }
    }
  },
});
