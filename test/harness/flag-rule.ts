/** How a rule on a flag of a component is tested: what it finds, what its fix makes, and what is fine. */
import { type Example, podOf } from '../../rules/contract/example.ts';
import type { Rule } from '../../rules/contract/rule.ts';
import { testRule } from './index.ts';

interface Flags {
  /** What a flag is missing in, so that the finding is drawn below the container's name; else it is drawn below the last flag. */
  readonly isMissing?: boolean;
  readonly wrong: readonly string[];
  /** What the fix makes of them. */
  readonly right: readonly string[];
  /** What is fine; left out: what the fix makes. */
  readonly fine?: readonly string[];
  /** What another component may have; left out: what is wrong. */
  readonly elsewhere?: readonly string[];
}

/** @param component that the flags are of, as its container and its program are called. */
export function testFlagRule(
  rule: Rule,
  component: string,
  { isMissing = false, wrong, right, fine = right, elsewhere = wrong }: Flags,
): void {
  testRule(rule, ({ check, clean, fix }) => {
    const drawn = { rule: rule.id, below: isMissing ? ('name' as const) : ('flag' as const) };
    const before = podWith(containerOf(component, wrong));
    check(isMissing ? 'the flag is missing' : 'the flag')(podWith(containerOf(component, wrong, drawn)));
    fix(isMissing ? 'adds it' : 'corrects it')(before, podWith(containerOf(component, right)));
    clean('as it should be, and other components')(
      podWith(containerOf(component, fine), containerOf('kube-proxy', elsewhere)),
    );
    clean('a template fills it in')(podWith(containerOf(component, ['{{ .Values.flags }}'])));
  });
}

const podWith = (...containers: readonly string[]): Example => podOf(`containers:\n${containers.join('')}`);

/** A container as an item of a list, with the drawing of a finding that has a fix. */
function containerOf(
  component: string,
  flags: readonly string[],
  drawn?: { readonly rule: string; readonly below: 'name' | 'flag' },
): string {
  const image = component === 'etcd' ? 'etcd:3.6.5-0' : `${component}:v1.35.0`;
  const below = (word: string, column: number): string =>
    `#${' '.repeat(column - 1)}${'^'.repeat(word.length)} ${drawn?.rule} 💡`;
  const lines = [
    `  - name: ${component}`,
    ...(drawn?.below === 'name' ? [below(component, '  - name: '.length)] : []),
    `    image: registry.k8s.io/${image}`,
    '    command:',
    `      - ${component}`,
    ...flags.map((flag) => `      - ${flag}`),
    ...(drawn?.below === 'flag' ? [below(flags.at(-1) ?? '', '      - '.length)] : []),
  ];
  return `${lines.join('\n')}\n`;
}
