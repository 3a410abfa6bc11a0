/** The texts that a new rule and its test begin with, by subject. They run, and the test fails until the rule says what it is for. */
import type { Rule } from '../../rules/contract/rule.ts';

export type Subject = Rule['subject'];

interface Start {
  /** The mark of its examples: a function of `rules/contract/example.ts`. */
  readonly tag: 'yaml' | 'pod' | 'dockerfile' | 'compose';
  /** A snippet with one of what the rule looks at. */
  readonly snippet: string;
  /** A snippet of the same language with none, or with one that is different. */
  readonly other: string;
  /** Body of `check`; left out: it reports what it is handed. */
  readonly check?: string;
  /** What a rule of the subject says of itself besides. */
  readonly also?: string;
}

const message = "'Says what is wrong, and names after it.'";

const container = 'containers:\n  - name: web\n    image: nginx:1.29';
const podStart: Start = { tag: 'pod', snippet: container, other: container.replaceAll('web', 'api') };
const dockerfileStart: Start = {
  tag: 'dockerfile',
  snippet: 'FROM debian:13-slim\nUSER 1000',
  other: 'FROM alpine:3.24\nUSER 1000',
};
const object = (apiVersion: string, kind: string, name: string, rest: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}`;
const twice = (tag: Start['tag'], text: (name: string) => string, check?: string): Start => ({
  tag,
  snippet: text('web'),
  other: text('api'),
  ...(check === undefined ? {} : { check }),
});

const rbac = 'rbac.authorization.k8s.io/v1';
const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');

/** The first of what each subject means is in its snippet; see `Subjects` in `rules/contract/rule.ts`. */
const starts: { readonly [S in Subject]: Start } = {
  resource: twice('yaml', (name) => object('v1', 'ConfigMap', name, 'data:\n  MODE: plain')),
  pod: podStart,
  container: podStart,
  volume: {
    tag: 'pod',
    snippet: `${container}\nvolumes:\n  - name: cache\n    emptyDir: {}`,
    other: container,
  },
  component: twice(
    'yaml',
    (name) =>
      object(
        'v1',
        'Pod',
        name === 'web' ? 'kube-apiserver' : 'kube-scheduler',
        `  namespace: kube-system\nspec:\n  containers:\n    - name: main\n      image: registry.k8s.io/kube-apiserver:v1.37.0\n      command: [${name === 'web' ? 'kube-apiserver' : 'kube-scheduler'}, --profiling=false]`,
      ),
    `if (component.flags !== undefined) report(component.flags.container, ${message});`,
  ),
  'rbac-rule': twice('yaml', (name) =>
    object(rbac, 'Role', name, 'rules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get]'),
  ),
  binding: twice('yaml', (name) =>
    object(
      rbac,
      'RoleBinding',
      name,
      `  namespace: shop\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${name}}\nsubjects:\n  - {kind: ServiceAccount, name: ${name}, namespace: shop}`,
    ),
  ),
  dockerfile: dockerfileStart,
  stage: dockerfileStart,
  instruction: dockerfileStart,
  service: twice('compose', (name) => `services:\n  ${name}:\n    image: nginx:1.29`),
  image: podStart,
  admission: twice(
    'yaml',
    (name) =>
      `${object('v1', 'Namespace', 'shop', '  labels:\n    pod-security.kubernetes.io/enforce: restricted')}\n---\n${object('v1', 'Pod', name, `  namespace: shop\nspec:\n${indented(container)}`)}`,
    `report(admission.pod.resource, ${message});`,
  ),
  workspace: {
    ...twice('yaml', (name) => object('v1', 'Pod', name, `  namespace: shop\nspec:\n${indented(container)}`)),
    also: "reads: ['workload'],",
    check: `for (const workload of facts.byKind.workload) report(workload, ${message});`,
  },
};

/** Names of what `check` is handed that are not the subject's own word. */
const parameters: { readonly [S in Subject]?: string } = { 'rbac-rule': 'rule', workspace: 'facts' };

/** The text of `rules/catalog/FOLDER/ID.ts`. */
export function ruleText(id: string, subject: Subject): string {
  const { tag, snippet, other, check, also } = starts[subject];
  const parameter = parameters[subject] ?? subject;
  const example = (text: string): string => `      ${tag}\`\n${lines(text, 8)}\n      \`,`;
  return `import { ${tag} } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: '${id}',
  subject: '${subject}',
${also === undefined ? '' : `  ${also}\n`}  severity: 'medium',
  profile: 'recommended',
  stage: 'preview',
  tags: [],
  since: '0.1.0',
  title: 'What is wrong, in a few words',
  why: 'The attack, in at most two sentences.',
  remedy: 'What to write.',
  standards: [],
  aliases: [],
  examples: {
    bad: [
${example(snippet)}
${example(snippet)}
    ],
    good: [
${example(other)}
${example(other)}
    ],
  },

  check(${parameter}, report) {
    ${check ?? `report(${parameter}, ${message});`}
  },
});
`;
}

/** The text of `test/rules/catalog/FOLDER/ID.test.ts`. */
export function testText(folder: string, id: string, subject: Subject): string {
  const { tag, snippet, other } = starts[subject];
  const example = (text: string): string => `(${tag}\`\n${lines(text, 4)}\n  \`);`;
  return `import rule from '../../../../rules/catalog/${folder}/${id}.ts';
import { ${[tag, 'testRule'].sort().join(', ')} } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('say what is special here, and draw the finding below its line: # ^^^ ${id}')${example(snippet)}

  clean('say why this is fine')${example(other)}
});
`;
}

const lines = (text: string, indent: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(indent));

export const subjects = Object.keys(starts) as readonly Subject[];

/**
 * What most rules of a folder look at.
 * @param texts of the rules of the folder; of a rule that shared code makes, with the text of that.
 * @returns undefined when there are none.
 */
export function usualSubject(texts: readonly string[]): Subject | undefined {
  const counts = new Map<Subject, number>();
  for (const text of texts) {
    const subject = subjects.find((one) => text.includes(`subject: '${one}'`));
    if (subject !== undefined) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
