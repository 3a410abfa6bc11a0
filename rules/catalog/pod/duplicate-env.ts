import { container } from '../../contract/example.ts';
import { defineRule, kubeLinter, kubeScore, kubescape } from '../../contract/rule.ts';

export default defineRule({
  id: 'duplicate-env',
  subject: 'container',
  severity: 'low',
  profile: 'strict',
  fix: 'review',
  tags: ['reliability'],
  title: 'Variable is set twice',
  why: 'The last value counts, so a change of the first one has no effect.',
  remedy: 'Keep the one that is meant.',
  aliases: [
    kubeLinter('duplicate-env-var'),
    kubescape('C-0295'),
    kubescape('duplicate-env-var'),
    kubeScore('environment-variable-key-duplication'),
  ],
  examples: {
    bad: [
      container`
        env:
          - name: A
            value: "1"
          - name: A
            value: "2"
      `,
      container`env: [{name: A, value: x}, {name: B, value: y}, {name: A, value: z}]`,
    ],
    good: [
      container`
        env:
          - name: A
            value: "1"
          - name: B
            value: "2"
      `,
      container`
        env:
          - name: A
            value: "1"
      `,
    ],
  },

  check(container, report) {
    const items = container.at('env').items;
    const last = new Map(items.map((item, i) => [item.at('name').string, i]));
    items.forEach((item, i) => {
      const name = item.at('name');
      if (name.string === undefined || last.get(name.string) === i) return;
      report(name, `Set again below, where the value counts: ${name.string}.`, () => ({
        title: 'Remove the value that does not count (values between that use it change)',
        changes: [item.remove()],
      }));
    });
  },
});
