/**
 * Texts with much to fix: what is offered for each finding, and everything fixed at once. What a fix makes of one file may change what rules say of all
 * others, so that these rules run again over all facts for each file that is fixed: a share that grows with the square of the files, and is small in what
 * is counted here. A secret ARG is mounted in each RUN below it: its fixes are as many edits as there are pairs, and are left out.
 */
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import {
  buildFile,
  compactPod,
  type Family,
  filled,
  from,
  oneContainer,
  podOf,
  roleHead,
  scanned,
  type TextFile,
  times,
  yamlFile,
} from './family.ts';

type Run = NonNullable<Family['run']>;

/** As `seaworthy fix --level review`. @returns the number of characters that came of it. */
const fixed: Run = (files) => {
  const fixing = scanned(files, defaultSettings, true).fixingFiles(
    files.map(({ path }) => path),
    'review',
  );
  let step = fixing.next();
  while (step.done !== true) step = fixing.next();
  return [...step.value.values()].reduce((sum, { text }) => sum + text.length, 0);
};

/** As `seaworthy scan --format json`. @returns the number of findings that have a fix. */
const offered: Run = (files) => {
  const workspace = scanned(files, defaultSettings, true);
  return files.reduce((count, { path }) => count + workspace.remedies(path).size, 0);
};

/** What is fixed in YAML and what in Dockerfiles, where the text of each finding is near, far or shared. */
const texts: readonly (readonly [string, (size: number) => readonly TextFile[]])[] = [
  [
    'containers',
    (size) => yamlFile(filled(size, `${compactPod}  containers:\n`, (i) => `    - name: c${i}\n      image: nginx\n`)),
  ],
  [
    'containers that say what is wrong',
    (size) =>
      yamlFile(
        filled(
          size,
          `${compactPod}  containers:\n`,
          (i) =>
            `    - name: c${i} # ${i}\n      image: nginx\n      securityContext:\n        privileged: true\n        runAsUser: 0\n        capabilities: {add: [SYS_ADMIN]}\n`,
        ),
      ),
  ],
  [
    'containers in one line',
    (size) =>
      yamlFile(
        filled(
          size,
          '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [',
          (i) => `{name: c${i}, image: nginx, securityContext: {privileged: true}}, `,
          ']}}\n',
        ),
      ),
  ],
  ['documents', (size) => yamlFile(filled(size, '', (i) => `---\n${podOf(`p${i}`, '  hostNetwork: true\n')}`))],
  [
    'pods of nginx, and Services that send to them',
    (size) =>
      yamlFile(
        filled(size, '', (i) =>
          [
            `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, namespace: n${i}, labels: {app: p${i}}}`,
            'spec: {containers: [{name: c, image: "nginx:1.27"}]}',
            `---\napiVersion: v1\nkind: Service\nmetadata: {name: p${i}, namespace: n${i}}`,
            `spec: {selector: {app: p${i}}, ports: [{port: 80}]}\n`,
          ].join('\n'),
        ),
      ),
  ],
  [
    'items of a JSON list',
    (size) =>
      yamlFile(
        filled(
          size,
          '{"apiVersion": "v1", "kind": "List", "items": [\n',
          (i) =>
            `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a${i}"},"spec":{"containers":[{"name":"c","image":"nginx"}]}},\n`,
          '{}]}\n',
        ),
      ),
  ],
  [
    'keys that are said twice',
    (size) =>
      yamlFile(
        filled(
          size,
          `${compactPod}  containers:\n`,
          (i) => `    - {name: c${i}, image: nginx, privileged: true, securityContext: {privileged: true}}\n`,
        ),
      ),
  ],
  [
    'comments between fields',
    (size) => yamlFile(filled(size, podOf('web', '  hostNetwork: true\n'), (i) => `# ${i}\n`, '  hostPID: true\n')),
  ],
  [
    'aliases of what is fixed',
    (size) =>
      yamlFile(
        filled(
          size,
          `${compactPod}  containers:\n    - {name: c, image: nginx, securityContext: &s {privileged: true}}\n`,
          (i) => `    - {name: c${i}, image: nginx, securityContext: *s}\n`,
        ),
      ),
  ],
  [
    'rules of a role',
    (size) =>
      yamlFile(filled(size, roleHead, () => '  - {apiGroups: [""], resources: [secrets, pods/exec], verbs: ["*"]}\n')),
  ],
  [
    'environment variables',
    (size) =>
      yamlFile(
        filled(
          size,
          `${compactPod}${oneContainer}      env:\n`,
          (i) => `        - {name: PASSWORD${i}, value: hunter2}\n`,
        ),
      ),
  ],
  ['RUN instructions', (size) => buildFile(filled(size, from, (i) => `RUN apt-get update && apt-get install p${i}\n`))],
  [
    'commands of one RUN',
    (size) => buildFile(filled(size, `${from}RUN true`, (i) => ` && apt-get install p${i} && sudo a`, '\n')),
  ],
  ['stages', (size) => buildFile(filled(size, '', (i) => `FROM alpine AS s${i}\nADD a b\nRUN cd x && apk add b\n`))],
  [
    'instructions of users',
    (size) => buildFile(filled(size, from, (i) => `COPY a${i} b\nMAINTAINER a\nENV a${i} b\nRUN apk add --update c\n`)),
  ],
  [
    'labels and maintainers',
    (size) => buildFile(filled(size, from, (i) => `MAINTAINER a\nLABEL a${i}=b\nENV NODE_ENV=development\n`)),
  ],
  ['pipes', (size) => buildFile(filled(size, 'FROM debian:13\n', (i) => `RUN a${i} | b\n`))],
  [
    'a user of the pod that its containers refuse',
    (size) =>
      yamlFile(
        filled(
          size,
          `${compactPod}  securityContext: {runAsUser: 0, runAsNonRoot: true}\n  containers:\n`,
          (i) => `    - {name: c${i}, image: nginx}\n`,
        ),
      ),
  ],
  [
    'namespaces and pods',
    (size) =>
      yamlFile(
        filled(
          size,
          '',
          (i) =>
            `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n${i}}}\n---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, namespace: n${i}}, spec: {containers: [{name: c, image: busybox}]}}\n`,
        ),
      ),
  ],
  [
    'pods of nginx, and policies for each',
    (size) =>
      yamlFile(
        filled(size, '', (i) =>
          [
            `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, namespace: n, labels: {app: p${i}}}`,
            'spec: {containers: [{name: c, image: "nginx:1.27"}]}',
            `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p${i}, namespace: n}`,
            `spec: {podSelector: {matchLabels: {app: p${i}}}, ingress: [{ports: [{port: 80}]}]}\n`,
          ].join('\n'),
        ),
      ),
  ],
  [
    'files',
    (size) =>
      Array.from({ length: Math.ceil(size / 400) }, (_, i) => ({
        path: `d/p${i}.yaml`,
        text: podOf(`p${i}`, '  hostNetwork: true\n') + times(3, (n) => `    - {name: c${n}, image: nginx}\n`),
      })),
  ],
];

export const fixesFamilies: readonly Family[] = texts.flatMap(([name, make]) => [
  { name: `fixes offered: ${name}`, make, run: offered },
  { name: `fixes made: ${name}`, make, run: fixed },
]);
