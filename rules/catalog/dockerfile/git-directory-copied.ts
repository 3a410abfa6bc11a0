import { debian } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'git-directory-copied',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  mendedByMore: true,
  title: 'Repository history is copied into the image',
  why: 'It holds every credential that was ever committed, deleted or not.',
  remedy: 'Copy what is needed, and add `.git` to the `.dockerignore`. Pass the revision in as an argument.',
  examples: {
    bad: [debian`COPY .git /app/.git`, debian`ADD ./.git/ src /app/`],
    good: [debian`COPY src /app`, debian`COPY .gitignore /app/`],
  },

  check(instruction, report) {
    const { keyword, words, stage } = instruction;
    const isCopy = keyword === 'COPY' || keyword === 'ADD';
    if (!isCopy || instruction.flag('from') !== undefined || !stage.isShipped) return;
    for (const { text, span } of words.slice(0, -1)) {
      if (/(?:^|\/)\.git(?:\/\*?)?$/.test(text) && !/^\w+:\/\//.test(text))
        report(
          { anchor: span, path: `${instruction.path}.git` },
          'Copies the whole history of the repository into the image.',
        );
    }
  },
});
