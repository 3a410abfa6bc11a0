import { container, yaml } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import type { Resource } from '../../model/kubernetes/resource.ts';
import type { Field } from '../../yaml/field.ts';

/**
 * A number of a million and more as Go prints it, alone or behind an equals sign. People write no plus sign there. Source: Go, fmt, `%v` of a float64, which
 * numbers of a values file are.
 */
const printed = /(?:^|=)(-?\d(?:\.\d{1,16})?e\+\d\d)$/;

export default defineRule({
  id: 'exponent-number',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  tags: ['reliability'],
  title: 'Number is printed with an exponent',
  why: 'Helm prints numbers of a million and more as 1e+06. A program that reads its limit from this text fails, or runs with another limit than was meant.',
  remedy: 'Print it through `int64` in the template, or write the number in quotes in the values file.',
  examples: {
    bad: [
      container`
        env:
          - name: MAX_BODY_SIZE
            value: "1e+06"
      `,
      container`
        args:
          - --retention-bytes=1.073741824e+09
      `,
    ],
    good: [
      container`
        env:
          - name: MAX_BODY_SIZE
            value: "1000000"
      `,
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          SCALE: "1e6"
      `,
    ],
  },

  check(resource, report) {
    for (const field of textsOf(resource)) {
      const number = printed.exec(field.text ?? '')?.[1];
      if (number === undefined) continue;
      const meant = Number(number);
      const whole = Number.isSafeInteger(meant) ? `${meant}` : 'a whole number';
      report(field, `Reads ${number} where ${whole} is meant: ${shownName(field)}.`);
    }
  },
});

/** Texts that programs read. */
const textsOf = (resource: Resource): readonly Field[] => [
  ...(resource.is('ConfigMap', '') ? resource.at('data').entries.map(([, field]) => field) : []),
  ...resource.at('metadata', 'annotations').entries.map(([, field]) => field),
  ...resource.pods.flatMap(({ containers }) =>
    containers.flatMap(({ field }) => [
      ...['command', 'args'].flatMap((key) => field.at(key).items),
      ...field.at('env').items.map((item) => item.at('value')),
    ]),
  ),
];

/** The name of a variable or key; of an argument, what it is an argument of. */
function shownName(field: Field): string {
  const name = field.key === 'value' ? field.parent?.at('name').string : undefined;
  const list = typeof field.key === 'number' ? field.parent?.key : undefined;
  return name ?? (list === undefined ? `${field.key ?? ''}` : `an item of ${list}`);
}
