import { debian } from '../../contract/example.ts';
import { defineRule, hadolint } from '../../contract/rule.ts';

export default defineRule({
  id: 'invalid-label-key',
  subject: 'instruction',
  severity: 'low',
  profile: 'strict',
  tags: ['practice'],
  title: 'Label has an invalid key',
  why: 'Keys of labels are lower-case letters, digits, dots and hyphens, and begin and end with a letter or digit. Tools that go by labels miss others.',
  remedy: 'Write the key as the Docker guidelines have it, such as `org.example.team`.',
  aliases: [hadolint('DL3048')],
  examples: {
    bad: [debian`LABEL .team="shop"`, debian`LABEL org..team="shop"`],
    good: [debian`LABEL org.example.team="shop"`, debian`LABEL version="1.0"`],
  },

  check(instruction, report) {
    if (instruction.keyword !== 'LABEL') return;
    for (const { name, nameSpan } of instruction.pairs) {
      const key = name.replaceAll(/^["']|["']$/g, '');
      if (reserved.test(key))
        report(
          { anchor: nameSpan, path: `${instruction.path}.${key}` },
          `In a namespace that Docker reserves: ${key}.`,
        );
      if (key.includes('$') || /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/.test(key)) continue;
      report({ anchor: nameSpan, path: `${instruction.path}.${key}` }, `Not a label key that tools read: ${key}.`);
    }
  },
});

/** Source: Docker documentation, "Docker object labels", key format recommendations. */
const reserved = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;
