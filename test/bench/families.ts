/**
 * Texts that a hostile author makes long: one family for each thing that can be repeated. Each is handed a size and makes files of about so many characters
 * in all. What is repeated is chosen so that whoever looks at all of one kind for each of another shows it.
 */
import { defaultSettings, type Settings } from '../../rules/engine/settings/settings.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Family {
  readonly name: string;
  readonly make: (size: number) => readonly TextFile[];
  readonly settings?: Settings;
}

/** Repeats until the text has the size. */
function filled(size: number, head: string, item: (i: number) => string, tail = ''): string {
  const parts: string[] = [head];
  let length = head.length + tail.length;
  for (let i = 0; length < size; i++) {
    const part = item(i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('') + tail;
}

/** So many items, for what is repeated twice. */
const times = (count: number, item: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join('');

const yamlFile = (text: string): readonly TextFile[] => [{ path: 'big.yaml', text }];
const buildFile = (text: string): readonly TextFile[] => [{ path: 'Dockerfile', text }];
const composeFile = (text: string): readonly TextFile[] => [{ path: 'compose.yaml', text }];
const compactPod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n';
const podOf = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  labels: {app: ${name}}\nspec:\n${more}  containers:\n    - name: main\n      image: nginx:1.27\n`;
const oneContainer = '  containers:\n    - name: main\n      image: nginx:1.27\n';
const roleHead = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: r\nrules:\n';
const from = 'FROM alpine:3.20\n';

const yaml = (name: string, head: string, item: (i: number) => string, tail = ''): Family => ({
  name,
  make: (size) => yamlFile(filled(size, head, item, tail)),
});
const build = (name: string, head: string, item: (i: number) => string, tail = ''): Family => ({
  name,
  make: (size) => buildFile(filled(size, head, item, tail)),
});
const compose = (name: string, head: string, item: (i: number) => string, tail = ''): Family => ({
  name,
  make: (size) => composeFile(filled(size, head, item, tail)),
});
/** Two things of equal share, each of which may look at all of the other. */
const pair = (
  name: string,
  head: string,
  one: (i: number) => string,
  between: string,
  other: (i: number) => string,
  make: (text: string) => readonly TextFile[] = yamlFile,
): Family => ({
  name,
  make: (size) => make(filled(size / 2, head, one) + filled(size / 2, between, other)),
});

export const families: readonly Family[] = [
  // Comments.
  yaml('a comment of blanks, manifest', `${podOf('web')}# checkov`, () => ' '.repeat(64), '.\n'),
  build('a comment of blanks, Dockerfile', `${from}# hadolint`, () => ' '.repeat(64), '.\nRUN make\n'),
  build('blanks before a comment', from, () => ' '.repeat(64), '# hadolint ignore=DL3008\nRUN make\n'),
  build('a RUN of blanks', `${from}RUN apt-get`, () => ' '.repeat(64), 'install x\n'),
  build('an ENV of blanks', `${from}ENV A=b`, () => ' '.repeat(64), '# c\n'),
  build('blank lines in a continuation', `${from}RUN a \\\n`, () => '\n', 'b\n'),
  build('comments in a continuation', `${from}RUN a \\\n`, () => '  # c\n', ' && b\n'),
  build('tabs before continuations', `${from}RUN a`, () => ' \\\n\t\t', '\n'),
  yaml('blank lines', podOf('web'), () => '\n'),
  yaml('comments alone', podOf('web'), (i) => `# comment ${i}\n`),
  yaml('a line of hashes', `${podOf('web')}`, () => '#'),
  yaml('ignore comments of other tools', podOf('web'), (i) => `# checkov:skip=CKV_K8S_${i % 40}:why\n`),
  yaml(
    'ignore comments in a manifest',
    `${compactPod}  containers:\n`,
    (i) => `    # seaworthy-ignore root-uid: why\n    - name: c${i}\n      image: nginx\n`,
  ),
  yaml('ignore comments at the top of a manifest', '', () => '# seaworthy-ignore-file root-uid: why\n', podOf('web')),
  pair(
    'ignore comments of the file, and containers',
    '',
    () => '# seaworthy-ignore-file image-without-digest: why\n',
    `${compactPod}  containers:\n`,
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  yaml(
    'ignore annotations',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n',
    (i) => `    seaworthy.dev/ignore.x${i}: why\n`,
    `spec:\n${oneContainer}`,
  ),
  pair(
    'annotations of another tool, and containers',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n',
    (i) => `    checkov.io/skip${i}: CKV_K8S_${i % 40}=why\n`,
    'spec:\n  containers:\n',
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  yaml('ignores of unknown rules', podOf('web'), (i) => `# seaworthy-ignore privileged-containe${i}: why\n`),
  yaml('ignores of many rules in one comment', `${podOf('web')}# seaworthy-ignore `, (i) => `rule-${i}, `, ': why\n'),
  build('ignore comments and instructions', from, (i) => `# seaworthy-ignore pointless-command: why\nRUN echo ${i}\n`),
  build('ignore comments of hadolint', from, (i) => `# hadolint ignore=DL3008,DL3059\nRUN echo ${i}\n`),
  build('ignore comments of trivy', from, (i) => `# trivy:ignore:DS-0002 trivy:ignore:DS-0003\nRUN echo ${i}\n`),
  build('ignore-block comments and stages', '', (i) => `# kics-scan ignore-block\nFROM alpine AS s${i}\n`),
  build('one trivy comment of many ids', `${from}# `, () => 'trivy:ignore:DS-0002:exp:2099-12-31:a:b ', '\nRUN make\n'),
  build('one trivy comment of many attributes', `${from}# trivy:ignore:a`, () => ':a:a', '\nRUN make\n'),
  build('a checkov comment of many ids', `${from}# checkov:skip=`, (i) => `CKV_${i},`, '\nRUN make\n'),
  build(
    'ignores within one RUN',
    `${from}RUN a \\\n`,
    (i) => `# seaworthy-ignore sudo-in-run: why\n && sudo b${i} \\\n`,
    ' && c\n',
  ),

  // Pods.
  yaml('containers', `${compactPod}  containers:\n`, (i) => `    - name: c${i}\n      image: nginx\n`),
  yaml('containers of one name', `${compactPod}  containers:\n`, () => '    - {name: c, image: nginx}\n'),
  yaml(
    'containers in one line',
    `{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [`,
    (i) => `{name: c${i}, image: nginx}, `,
    ']}}\n',
  ),
  yaml(
    'containers with ports and probes',
    `${compactPod}  containers:\n`,
    (i) =>
      `    - name: c${i}\n      image: nginx\n      ports: [{containerPort: ${i % 60000}, hostPort: ${i % 60000}}]\n      livenessProbe: {httpGet: {port: ${i % 60000}}}\n`,
  ),
  yaml(
    'pod values that containers inherit',
    `${compactPod}  hostNetwork: true\n  hostPID: true\n  securityContext: {runAsUser: 0, runAsNonRoot: false, seccompProfile: {type: Unconfined}}\n  containers:\n`,
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  pair(
    'pod sysctls and containers',
    `${compactPod}  securityContext:\n    sysctls:\n`,
    (i) => `      - {name: kernel.x${i}, value: "1"}\n`,
    '  containers:\n',
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  yaml(
    'environment variables',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: V${i}, value: "$(V${i - 1})"}\n`,
  ),
  yaml(
    'environment variables of one name',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: V, value: "${i}"}\n`,
  ),
  yaml(
    'passwords in the environment',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: PASSWORD_${i}, value: "hunter2${i}"}\n`,
  ),
  yaml('envFrom', `${compactPod}${oneContainer}      envFrom:\n`, (i) => `        - secretRef: {name: s${i}}\n`),
  yaml(
    'ports',
    `${compactPod}${oneContainer}      ports:\n`,
    (i) => `        - {containerPort: ${i % 65000}, hostPort: ${i % 65000}}\n`,
  ),
  yaml('ports of one number', `${compactPod}${oneContainer}      ports:\n`, () => `        - containerPort: 80\n`),
  yaml(
    'capabilities',
    `${compactPod}${oneContainer}      securityContext:\n        capabilities:\n          add:\n`,
    (i) => `            - CAP_X${i}\n`,
  ),
  yaml('arguments', `${compactPod}${oneContainer}      args:\n`, (i) => `        - --password=$(V${i})\n`),
  yaml(
    'one long argument',
    `${compactPod}${oneContainer}      args:\n        - "`,
    (i) => `--password=hunter${i} `,
    '"\n',
  ),
  yaml(
    'one long command',
    `${compactPod}${oneContainer}      command:\n        - sh\n        - -c\n        - "`,
    (i) => `sudo a${i} && `,
    'b"\n',
  ),
  pair(
    'volumes and mounts',
    `${compactPod}  volumes:\n`,
    (i) => `    - {name: v${i}, hostPath: {path: /var/run/x${i}}}\n`,
    `${oneContainer}      volumeMounts:\n`,
    (i) => `        - {name: v${i}, mountPath: /m${i}}\n`,
  ),
  pair(
    'volumes, and containers that mount them',
    `${compactPod}  volumes:\n`,
    (i) => `    - {name: v${i}, hostPath: {path: /etc/x${i}}}\n`,
    '  containers:\n',
    (i) => `    - {name: c${i}, image: nginx, volumeMounts: [{name: v${i}, mountPath: /x}]}\n`,
  ),
  pair(
    'one volume and many mounts of it',
    `${compactPod}  volumes:\n`,
    (i) => `    - {name: v, hostPath: {path: /etc/x${i}}}\n`,
    '  containers:\n',
    (i) => `    - {name: c${i}, image: nginx, volumeMounts: [{name: v, mountPath: /x}]}\n`,
  ),
  yaml(
    'one volume of the socket, and containers',
    `${compactPod}  volumes:\n    - {name: v, hostPath: {path: /var/run/docker.sock}}\n  containers:\n`,
    (i) => `    - {name: c${i}, image: nginx, volumeMounts: [{name: v, mountPath: /x}]}\n`,
  ),
  yaml(
    'projected sources',
    `${compactPod}${oneContainer}  volumes:\n    - name: v\n      projected:\n        sources:\n`,
    (i) => `          - serviceAccountToken: {path: p${i}}\n`,
  ),
  yaml(
    'labels',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n',
    (i) => `    label-${i}: x${i}\n`,
    `spec:\n${oneContainer}`,
  ),
  yaml(
    'labels of one name',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels:\n',
    (i) => `    label: x${i}\n`,
    `spec:\n${oneContainer}`,
  ),
  yaml(
    'annotations',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n',
    (i) => `    container.apparmor.security.beta.kubernetes.io/c${i}: unconfined\n`,
    `spec:\n${oneContainer}`,
  ),
  pair(
    'annotations for containers',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n',
    (i) => `    container.apparmor.security.beta.kubernetes.io/c${i}: unconfined\n`,
    'spec:\n  containers:\n',
    (i) => `    - {name: c${i}, image: nginx}\n`,
  ),
  yaml('fields that nobody knows', `${compactPod}${oneContainer}`, (i) => `      field${i}: x\n`),
  yaml('misplaced fields', `${compactPod}`, () => `  runAsUser: 0\n`, oneContainer),
  yaml(
    'host aliases',
    `${compactPod}${oneContainer}  hostAliases:\n`,
    (i) => `    - {ip: 10.0.0.1, hostnames: [a${i}]}\n`,
  ),
  yaml('tolerations', `${compactPod}${oneContainer}  tolerations:\n`, (i) => `    - {key: a${i}}\n`),
  yaml(
    'flags of the API server',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: kube-apiserver, namespace: kube-system}\nspec:\n  containers:\n    - name: kube-apiserver\n      image: registry.k8s.io/kube-apiserver:v1.31.0\n      command:\n        - kube-apiserver\n`,
    (i) => `        - --flag${i}=x\n`,
  ),

  // Scalars and structure.
  yaml('one long plain scalar', `${compactPod}${oneContainer}      workingDir: `, () => 'abc def ', '\n'),
  yaml('one long image', `${compactPod}  containers:\n    - name: a\n      image: `, () => 'a/', '\n'),
  yaml('one long image of colons', `${compactPod}  containers:\n    - name: a\n      image: `, () => 'a:', 'b\n'),
  yaml('one long image of at signs', `${compactPod}  containers:\n    - name: a\n      image: "`, () => 'a@', 'b"\n'),
  yaml('a plain scalar of many lines', `${compactPod}${oneContainer}      workingDir: a\n`, () => '        b\n'),
  yaml(
    'a quoted scalar of many lines',
    `${compactPod}${oneContainer}      workingDir: "a\n`,
    () => '        b\n',
    '        "\n',
  ),
  yaml('a quoted scalar of escapes', `${compactPod}${oneContainer}      workingDir: "`, () => '\\u0041\\x41\\n', '"\n'),
  yaml('a quoted scalar of quotes', `${compactPod}${oneContainer}      workingDir: '`, () => "''", "'\n"),
  yaml(
    'a block scalar',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n',
    (i) => `    password: hunter${i}\n`,
  ),
  yaml(
    'a folded scalar',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: >-\n',
    (i) => `    password=hunter${i}\n\n`,
  ),
  yaml(
    'a block scalar of one line',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n    ',
    () => 'eyJhbGciOi',
    '\n',
  ),
  yaml(
    'a value of blanks',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '        ',
    '"\n',
  ),
  yaml(
    'a value of at signs and colons',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'postgres://a:b',
    '"\n',
  ),
  yaml(
    'a value of schemes',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'a+',
    '://"\n',
  ),
  yaml(
    'a value of letters',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'aaaaaaaaaaaaaaaa',
    '"\n',
  ),
  yaml(
    'a value of digits',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '4111 1111-1111 ',
    '"\n',
  ),
  yaml(
    'a value of dots',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => 'a.b@c.d.',
    '"\n',
  ),
  yaml(
    'a value of dashes',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '-----BEGIN ',
    '"\n',
  ),
  yaml(
    'keys of a ConfigMap',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n',
    (i) => `  password${i}: "hunter2-${i}"\n`,
  ),
  yaml(
    'keys of a Secret',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData:\n',
    (i) => `  password${i}: "hunter2-${i}"\n`,
  ),
  yaml(
    'a Secret of one long value',
    'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata:\n  a: ',
    () => 'QUJDREVG',
    '\n',
  ),
  yaml('deep maps', 'apiVersion: v1\nkind: Pod\nspec: ', () => '{a: ', ''),
  yaml('deep closed maps', 'apiVersion: v1\nkind: Pod\nspec: ', () => '{a: {a: {a: {}}}, b: ', ''),
  {
    name: 'deep closed lists',
    make: (size) => yamlFile(`apiVersion: v1\nkind: Pod\nspec: ${'['.repeat(size / 2)}${']'.repeat(size / 2)}\n`),
  },
  {
    name: 'deep indentation',
    make: (size) => {
      let text = 'apiVersion: v1\nkind: Pod\n';
      for (let i = 0; text.length < size; i++) text += `${' '.repeat(i)}a:\n`;
      return yamlFile(text);
    },
  },
  yaml('nested dashes', 'apiVersion: v1\nkind: Pod\nspec:\n  ', () => '- ', 'a\n'),
  yaml('question marks', 'apiVersion: v1\nkind: Pod\nspec:\n  ', () => '? ', 'a\n'),
  yaml('keys of maps', 'apiVersion: v1\nkind: Pod\n', (i) => `? {a: ${i}}\n: b\n`),
  yaml('broken lines', 'apiVersion: v1\nkind: Pod\n', () => ' a: b: c\n"\n'),
  yaml('tabs', 'apiVersion: v1\nkind: Pod\n', () => '\ta:\n'),
  yaml('colons', 'apiVersion: v1\nkind: Pod\na', () => ': ', '\n'),
  yaml('commas', 'apiVersion: v1\nkind: Pod\na: [', () => ',', ']\n'),
  yaml('tags', 'apiVersion: v1\nkind: Pod\na:\n', () => '  - !!str a\n'),
  yaml('anchors', 'apiVersion: v1\nkind: Pod\na:\n', (i) => `  - &a${i} a\n`),
  yaml('directives', '', () => '%YAML 1.2\n', '---\napiVersion: v1\nkind: Pod\n'),
  yaml('document ends', 'apiVersion: v1\nkind: Pod\n', () => '...\n'),
  yaml('templates in a line', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n', (i) => `  a${i}: {{ .x }}\n`),
  yaml(
    'template lines',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n',
    (i) => `{{- if .x }}\n    - name: a${i}\n{{- end }}\n`,
  ),
  yaml('template openings', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: ', () => '{{ ', '\n'),
  yaml('template closings', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "', () => '}} ', '"\n'),
  yaml(
    'giant JSON',
    '{"apiVersion": "v1", "kind": "List", "items": [',
    (i) =>
      `${i === 0 ? '' : ','}\n{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a${i}"},"spec":{"containers":[{"name":"c","image":"nginx"}]}}`,
    ']}\n',
  ),
  yaml(
    'giant JSON in one line',
    '{"apiVersion": "v1", "kind": "List", "items": [',
    (i) =>
      `${i === 0 ? '' : ','}{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a${i}"},"spec":{"containers":[{"name":"c","image":"nginx"}]}}`,
    ']}\n',
  ),
  {
    name: 'Windows line endings',
    make: (size) =>
      yamlFile(
        filled(size, `${compactPod}  containers:\n`, (i) => `    - name: c${i}\n      image: nginx\n`).replaceAll(
          '\n',
          '\r\n',
        ),
      ),
  },
  {
    name: 'carriage returns alone',
    make: (size) => yamlFile(filled(size, `${compactPod}  containers:\n`, (i) => `    - name: c${i}\r`)),
  },
  yaml(
    'lone surrogates',
    `${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: "V\ud800${i}", value: "\udc00"}\n`,
  ),
  yaml(
    'a value of lone surrogates',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "',
    () => '\ud800\ud800x',
    '"\n',
  ),
  yaml(
    'a name of controls',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: "',
    () => '\\u001b[2J\u202e',
    `"\nspec:\n${oneContainer}`,
  ),

  // Aliases.
  {
    name: 'one aliased pod of 200 containers in a list',
    make: (size) =>
      yamlFile(
        filled(
          size,
          `apiVersion: v1\nkind: List\nitems:\n  - &p {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [${times(200, (i) => `{name: c${i}, image: nginx},`)}]}}\n`,
          () => '  - *p\n',
        ),
      ),
  },
  yaml('aliases of a container', `${compactPod}  containers:\n    - &c {name: c, image: nginx}\n`, () => '    - *c\n'),
  yaml(
    'aliases of a large env',
    `${compactPod}  containers:\n    - {name: c, image: nginx, env: &e [${times(200, (i) => `{name: V${i}, value: x},`)}]}\n`,
    (i) => `    - {name: c${i}, image: nginx, env: *e}\n`,
  ),
  yaml('aliases of a rule', `${roleHead}  - &r {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n`, () => '  - *r\n'),
  yaml(
    'aliases of a list of verbs',
    `${roleHead}  - {apiGroups: ["*"], resources: ["*"], verbs: &v [${times(200, (i) => `v${i},`)}]}\n`,
    () => '  - {apiGroups: ["*"], resources: ["*"], verbs: *v}\n',
  ),
  {
    name: 'aliases of aliases, doubling',
    make: (size) =>
      yamlFile(
        filled(
          size,
          `apiVersion: v1\nkind: List\nitems:\n  - &a0 {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: c, image: nginx}]}}\n`,
          (i) => `  - &a${i + 1} {apiVersion: v1, kind: List, items: [*a${i}, *a${i}]}\n`,
        ),
      ),
  },
  {
    name: 'aliases within themselves',
    make: (size) =>
      yamlFile(
        filled(size, 'apiVersion: v1\nkind: List\nitems: &l\n', () => '  - {apiVersion: v1, kind: List, items: *l}\n'),
      ),
  },
  {
    name: 'a document of aliases of its own containers',
    make: (size) =>
      yamlFile(
        filled(
          size,
          `apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: &s {containers: &c [${times(100, (i) => `{name: c${i}, image: nginx},`)}], initContainers: *c, ephemeralContainers: *c}}\n`,
          (i) => `  - {apiVersion: v1, kind: Pod, metadata: {name: a${i}}, spec: *s}\n`,
        ),
      ),
  },
  yaml('merge keys', 'apiVersion: v1\nkind: Pod\nx: &x {a: b}\nspec:\n', (i) => `  a${i}: {<<: *x, c: d}\n`),
  yaml(
    'a chain of merge keys',
    'apiVersion: v1\nkind: Pod\nx0: &x0 {a: b}\n',
    (i) => `x${i + 1}: &x${i + 1} {<<: *x${i}, k${i}: d}\n`,
  ),
  yaml(
    'a chain of merge keys that is read',
    `${compactPod}  containers:\n    - &x0 {name: c, image: nginx}\n`,
    (i) => `    - &x${i + 1} {<<: *x${i}, k${i}: d}\n`,
  ),
  yaml(
    'one map that merges many',
    `${compactPod}  containers:\n    - &x {name: c, image: nginx}\n    - <<: [`,
    () => '*x, ',
    ']\n',
  ),
  yaml(
    'many maps that merge many',
    `${compactPod}  containers:\n    - &x {${times(100, (i) => `k${i}: v, `)}}\n`,
    (i) => `    - {<<: *x, name: c${i}}\n`,
  ),
  compose(
    'Compose services that merge',
    'x-a: &a {image: nginx, privileged: true}\nservices:\n',
    (i) => `  s${i}: {<<: *a, ports: ["80:80"]}\n`,
  ),
  compose(
    'Compose aliases of one service',
    'services:\n  s: &s {image: nginx, privileged: true, environment: {PASSWORD: hunter22}}\n',
    (i) => `  s${i}: *s\n`,
  ),
  compose(
    'Compose aliases of a long list',
    `services:\n  s: &s {image: nginx, volumes: &v [${times(200, (i) => `"/etc/x${i}:/x",`)}]}\n`,
    (i) => `  s${i}: {image: nginx, volumes: *v}\n`,
  ),

  // Compose.
  compose(
    'Compose services',
    'services:\n',
    (i) => `  s${i}:\n    image: nginx\n    privileged: true\n    depends_on: [s${i - 1}]\n`,
  ),
  compose(
    'Compose services that are built',
    'services:\n',
    (i) => `  s${i}:\n    build: {context: ./s${i}}\n    user: root\n`,
  ),
  compose(
    'Compose extends',
    'services:\n  s:\n    image: nginx\n',
    (i) => `  s${i + 1}:\n    extends: {service: s${i}}\n`,
  ),
  compose(
    'Compose environment',
    'services:\n  s:\n    image: nginx\n    environment:\n',
    (i) => `      - PASSWORD_${i}=hunter2\n`,
  ),
  compose('Compose volumes', 'services:\n  s:\n    image: nginx\n    volumes:\n', (i) => `      - /etc/a${i}:/b\n`),
  compose('Compose ports', 'services:\n  s:\n    image: nginx\n    ports:\n', (i) => `      - "${i % 60000}:80"\n`),
  compose('Compose capabilities', 'services:\n  s:\n    image: nginx\n    cap_add:\n', () => '      - ALL\n'),

  // Access.
  yaml('RBAC rules', roleHead, (i) => `  - {apiGroups: [""], resources: [pods${i}], verbs: ["*"]}\n`),
  yaml('verbs', `${roleHead}  - apiGroups: [""]\n    resources: [secrets]\n    verbs:\n`, (i) => `      - v${i}\n`),
  pair(
    'resources and verbs',
    `${roleHead}  - apiGroups: [""]\n    resources:\n`,
    (i) => `      - pods/x${i}\n`,
    '    verbs:\n',
    (i) => `      - get${i}\n`,
  ),
  pair(
    'API groups and resources',
    `${roleHead}  - verbs: ["*"]\n    apiGroups:\n`,
    (i) => `      - g${i}.k8s.io\n`,
    '    resources:\n',
    (i) => `      - pods${i}\n`,
  ),
  yaml(
    'names of resources',
    `${roleHead}  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [get]\n    resourceNames:\n`,
    (i) => `      - s${i}\n`,
  ),
  pair(
    'RBAC rules and names',
    `${roleHead}  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [get, list]\n    resourceNames:\n`,
    (i) => `      - s${i}\n`,
    '',
    () => `  - {apiGroups: [""], resources: [secrets], verbs: [get, list, watch]}\n`,
  ),
  yaml(
    'subjects',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io}\nsubjects:\n',
    (i) => `  - {kind: ServiceAccount, name: s${i}, namespace: n${i}}\n`,
  ),
  pair(
    'RBAC rules and subjects',
    `${roleHead}`,
    (i) => `  - {apiGroups: [""], resources: [secrets, pods/exec], verbs: [v${i}, "*"]}\n`,
    '---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {kind: ClusterRole, name: r, apiGroup: rbac.authorization.k8s.io}\nsubjects:\n',
    (i) => `  - {kind: ServiceAccount, name: s${i}, namespace: n${i}}\n`,
  ),
  pair(
    'roles and bindings',
    '',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r${i}}\nrules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]\n`,
    '',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b${i}}\nroleRef: {kind: ClusterRole, name: r${i}, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s${i}, namespace: n}]\n`,
  ),
  yaml(
    'bindings of one role',
    `${roleHead}  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}\n`,
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b${i}}\nroleRef: {kind: ClusterRole, name: r, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s${i}, namespace: n}]\n`,
  ),
  yaml(
    'aggregated roles',
    '',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r${i}, labels: {a: b}}\naggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}\nrules: [{apiGroups: ["*"], resources: [secrets], verbs: [get]}]\n`,
  ),
  pair(
    'bindings and pods of one account',
    'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: s, namespace: n}\n',
    (i) =>
      `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b${i}, namespace: n}\nroleRef: {kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io}\nsubjects: [{kind: ServiceAccount, name: s, namespace: n}]\n`,
    '',
    (i) => `---\n${podOf(`p${i}`, '  serviceAccountName: s\n').replace('metadata:\n', 'metadata:\n  namespace: n\n')}`,
  ),

  // Many objects.
  yaml('documents', '', (i) => `---\n${podOf(`p${i}`)}`),
  yaml('documents of one name', '', () => `---\n${podOf('p')}`),
  yaml('small documents', '', (i) => `---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: a${i}}}\n`),
  yaml('empty documents', 'apiVersion: v1\nkind: Pod\n', () => '---\n'),
  yaml(
    'items of a list',
    'apiVersion: v1\nkind: List\nitems:\n',
    (i) => `  - {apiVersion: v1, kind: Pod, metadata: {name: p${i}}, spec: {containers: [{name: a, image: nginx}]}}\n`,
  ),
  yaml(
    'deployments',
    '',
    (i) =>
      `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d${i}, namespace: n}\nspec:\n  replicas: 1\n  selector: {matchLabels: {app: a}}\n  template:\n    metadata: {labels: {app: a}}\n    spec: {containers: [{name: c, image: nginx}]}\n`,
  ),
  pair(
    'services and pods of one label',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {type: LoadBalancer, selector: {app: a}, ports: [{port: 80}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'services and pods of other labels',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {type: LoadBalancer, selector: {app: a${i}}, ports: [{port: 80}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: b${i}}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'policies and pods of one label',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a}}, ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'policies and pods of other labels',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a${i}}}, ingress: [{from: [{podSelector: {matchLabels: {app: a${i}}}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: b${i}}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  pair(
    'policies that select everything, and pods',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: s${i}}, spec: {podSelector: {}, policyTypes: [Ingress, Egress]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx, ports: [{containerPort: 80}]}]}}\n`,
  ),
  yaml(
    'peers of one policy',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress:\n    - from:\n`,
    (i) => `        - {podSelector: {matchLabels: {app: a${i}}}}\n`,
  ),
  pair(
    'peers of one policy, and pods',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress:\n    - from:\n`,
    (i) => `        - {podSelector: {matchExpressions: [{key: a${i}, operator: Exists}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
  ),
  yaml(
    'blocks of addresses of one policy',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  egress:\n    - to:\n        - ipBlock:\n            cidr: 0.0.0.0/0\n            except:\n`,
    (i) => `              - 10.${i % 256}.0.0/16\n`,
  ),
  yaml(
    'ports of one policy',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress:\n    - ports:\n`,
    (i) => `        - {port: ${i % 60000}}\n`,
  ),
  pair(
    'ingresses and services',
    '',
    (i) =>
      `---\n{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i${i}}, spec: {rules: [{host: a${i}, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}]}}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {selector: {app: a}, ports: [{port: 80}]}}\n`,
  ),
  yaml(
    'rules of an Ingress',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules:\n',
    (i) =>
      `    - {host: a${i}.example.com, http: {paths: [{path: /, backend: {service: {name: s${i}, port: {number: 80}}}}]}}\n`,
  ),
  pair(
    'rules and TLS hosts of an Ingress',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  tls:\n',
    (i) => `    - {hosts: [b${i}.example.com]}\n`,
    '  rules:\n',
    (i) =>
      `    - {host: a${i}.example.com, http: {paths: [{path: /, backend: {service: {name: s${i}, port: {number: 80}}}}]}}\n`,
  ),
  yaml(
    'an nginx snippet',
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: a\n  annotations:\n    nginx.ingress.kubernetes.io/configuration-snippet: |\n',
    (i) => `      more_set_headers "a${i}: b";\n`,
  ),
  pair(
    'budgets and deployments',
    '',
    (i) =>
      `---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b${i}}, spec: {minAvailable: 1, selector: {matchLabels: {app: a}}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: d${i}}, spec: {replicas: 2, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}}}\n`,
  ),
  pair(
    'autoscalers and deployments',
    '',
    (i) =>
      `---\n{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h${i}}, spec: {minReplicas: 1, maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: d${i}}, spec: {replicas: 2, selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}}}\n`,
  ),
  pair(
    'namespaces and pods',
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n${i}, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, namespace: n${i}}, spec: {hostNetwork: true, containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'a namespace said often, and pods',
    '',
    () =>
      `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, namespace: n}, spec: {hostNetwork: true, containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'a held namespace, and containers',
    '',
    () =>
      `---\n{apiVersion: v1, kind: Namespace, metadata: {name: n, labels: {pod-security.kubernetes.io/enforce: restricted}}}\n`,
    '---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: n}\nspec:\n  containers:\n',
    (i) => `    - {name: c${i}, image: nginx, securityContext: {privileged: true}}\n`,
  ),
  pair(
    'ConfigMaps and references',
    '',
    (i) => `---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: m${i}}, data: {a: b}}\n`,
    `---\n${compactPod}${oneContainer}      env:\n`,
    (i) => `        - {name: V${i}, valueFrom: {configMapKeyRef: {name: m${i}, key: a}}}\n`,
  ),
  pair(
    'Istio policies and pods',
    '',
    (i) =>
      `---\n{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: s${i}}, spec: {selector: {matchLabels: {app: a}}, rules: [{from: [{source: {principals: ["*"]}}]}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a, sidecar.istio.io/inject: "true"}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'Istio peer authentications and services',
    '',
    (i) =>
      `---\n{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: s${i}}, spec: {mtls: {mode: PERMISSIVE}, selector: {matchLabels: {app: a}}}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {selector: {app: a}, ports: [{port: 80}]}}\n`,
  ),
  pair(
    'Linkerd servers and pods',
    '',
    (i) =>
      `---\n{apiVersion: policy.linkerd.io/v1beta3, kind: Server, metadata: {name: s${i}}, spec: {podSelector: {matchLabels: {app: a}}, port: 80}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: v1, kind: Pod, metadata: {name: p${i}, labels: {app: a}}, spec: {containers: [{name: c, image: nginx}]}}\n`,
  ),
  pair(
    'gateways and routes',
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g${i}}, spec: {listeners: [{name: l, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r${i}}, spec: {parentRefs: [{name: g${i}}], rules: [{backendRefs: [{name: s, namespace: b, port: 80}]}]}}\n`,
  ),
  pair(
    'reference grants and routes',
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1beta1, kind: ReferenceGrant, metadata: {name: g${i}, namespace: b}, spec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: c}], to: [{group: "", kind: Service}]}}\n`,
    '',
    (i) =>
      `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r${i}}, spec: {rules: [{backendRefs: [{name: s, namespace: b, port: 80}]}]}}\n`,
  ),
  {
    name: 'many files of one pod',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 200) }, (_, i) => ({
        path: `d/p${i}.yaml`,
        text: podOf(`p${i}`, '  hostNetwork: true\n'),
      })),
  },
  {
    name: 'many Dockerfiles and deployments',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 400) }, (_, i) => [
        { path: `d${i}/Dockerfile`, text: `FROM base${i}\nUSER 10001\nRUN make\n` },
        { path: `d${i}/p.yaml`, text: podOf(`d${i}`).replace('nginx:1.27', `example.com/d${i}:1`) },
      ]).flat(),
  },

  // Kustomize.
  {
    name: 'entries of a kustomization',
    make: (size) => [
      {
        path: 'kustomization.yaml',
        text: filled(
          size / 2,
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n',
          (i) => `  - p${i}.yaml\n`,
        ),
      },
      ...Array.from({ length: Math.ceil(size / 400) }, (_, i) => ({ path: `p${i}.yaml`, text: podOf(`p${i}`) })),
    ],
  },
  {
    name: 'images of a kustomization',
    make: (size) => [
      {
        path: 'kustomization.yaml',
        text: filled(
          size / 2,
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [big.yaml]\nimages:\n',
          (i) => `  - {name: i${i}, newTag: "1"}\n`,
        ),
      },
      ...yamlFile(filled(size / 2, `${compactPod}  containers:\n`, (i) => `    - {name: c${i}, image: i${i}}\n`)),
    ],
  },
  {
    name: 'patches of a kustomization',
    make: (size) => [
      {
        path: 'kustomization.yaml',
        text: filled(
          size / 2,
          'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [big.yaml]\npatches:\n',
          (i) => `  - {path: p${i}.yaml}\n`,
        ),
      },
      ...Array.from({ length: Math.ceil(size / 400) }, (_, i) => ({ path: `p${i}.yaml`, text: podOf(`p${i}`) })),
    ],
  },
  {
    name: 'many kustomizations',
    make: (size) =>
      Array.from({ length: Math.ceil(size / 400) }, (_, i) => [
        {
          path: `d${i}/kustomization.yaml`,
          text: `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: n${i}\nresources: [p.yaml]\n`,
        },
        { path: `d${i}/p.yaml`, text: podOf(`p${i}`) },
      ]).flat(),
  },

  // Dockerfiles.
  build('stages', '', (i) => `FROM alpine AS s${i}\n`),
  build('stages of one name', '', () => 'FROM alpine AS s\n'),
  build('stages from each other', 'FROM alpine AS s0\n', (i) => `FROM s${i} AS s${i + 1}\n`),
  build(
    'chained stages with ENV',
    'FROM alpine AS s0\n',
    (i) => `FROM s${i} AS s${i + 1}\nENV A${i}=b\nRUN echo $A${i}\n`,
  ),
  build(
    'chained stages with USER and WORKDIR',
    'FROM alpine AS s0\n',
    (i) => `FROM s${i} AS s${i + 1}\nWORKDIR w${i}\nUSER u${i}\nCOPY a b\n`,
  ),
  build(
    'chained stages with accounts',
    'FROM alpine AS s0\n',
    (i) => `FROM s${i} AS s${i + 1}\nRUN adduser -D u${i}\nUSER u${i}\n`,
  ),
  build(
    'chained stages with SHELL',
    'FROM alpine AS s0\n',
    (i) => `FROM s${i} AS s${i + 1}\nSHELL ["/bin/bash", "-c"]\nRUN a | b\n`,
  ),
  build(
    'stages that copy from each other',
    'FROM alpine AS s0\n',
    (i) => `FROM alpine AS s${i + 1}\nCOPY --from=s${i} /a /b\n`,
  ),
  build(
    'one stage that copies from many',
    times(1, () => ''),
    (i) => `FROM alpine AS s${i}\n`,
    `FROM alpine\n${times(200, (i) => `COPY --from=s${i} /a /b\n`)}`,
  ),
  pair(
    'stages, and copies from them',
    '',
    (i) => `FROM alpine AS s${i}\n`,
    'FROM alpine\n',
    (i) => `COPY --from=s${i} /a /b\n`,
    buildFile,
  ),
  pair(
    'stages, and copies from none',
    '',
    (i) => `FROM alpine AS s${i}\n`,
    'FROM alpine\n',
    (i) => `COPY --from=t${i} /a /b\n`,
    buildFile,
  ),
  build('RUN instructions', from, (i) => `RUN echo ${i}\n`),
  build('apt-get instructions', from, (i) => `RUN apt-get update && apt-get install -y p${i}\n`),
  build('accounts', from, (i) => `RUN useradd u${i}\nUSER u${i}\n`),
  build('users', from, (i) => `USER u${i}\n`),
  build('root users', from, () => 'USER root\nRUN sudo a\n'),
  build('COPY instructions', from, (i) => `COPY a${i} b${i}\n`),
  build('COPY and RUN chmod', from, (i) => `COPY a${i} /b${i}\nRUN chmod 777 /b${i}\n`),
  build(
    'secrets that are deleted',
    from,
    (i) => `COPY id_rsa${i} /root/.ssh/id_rsa${i}\nRUN rm /root/.ssh/id_rsa${i}\n`,
  ),
  pair(
    'copies and deletions',
    from,
    (i) => `COPY a${i}.pem /b/\n`,
    '',
    (i) => `RUN rm -rf /b/c${i}\n`,
    buildFile,
  ),
  build('one COPY of many sources', `${from}COPY `, (i) => `a${i} `, '/b/\n'),
  build('VOLUME and RUN', from, (i) => `VOLUME /v${i}\nRUN touch /v${i}/a\n`),
  pair(
    'VOLUMEs, then RUNs',
    from,
    (i) => `VOLUME /v${i}\n`,
    '',
    (i) => `RUN touch /w${i}/a\n`,
    buildFile,
  ),
  build('WORKDIR and RUN cd', from, (i) => `WORKDIR w${i}\nRUN cd x${i}\n`),
  build('relative WORKDIRs', from, () => 'WORKDIR a\n'),
  pair(
    'WORKDIRs, then RUN cd',
    from,
    () => 'WORKDIR a\n',
    '',
    () => 'RUN cd x && make\n',
    buildFile,
  ),
  build('ENV instructions', from, (i) => `ENV A${i}=$A${i - 1}\n`),
  build('ENV that grows', `${from}ENV A=b\n`, () => 'ENV A=$A$A\n'),
  build('ENV PATH that grows', from, (i) => `ENV PATH=$PATH:/a${i}\n`),
  build('one ENV of many pairs', `${from}ENV `, (i) => `A${i}=b `, '\n'),
  build('one ENV of many references', `${from}ENV A=`, (i) => `$A${i}`, '\n'),
  build('one ENV of nested references', `${from}ENV A=`, () => '${A:-', '\n'),
  build('ARG instructions', '', (i) => `ARG A${i}=b\n`, 'FROM alpine\n'),
  build('ARGs that refer to each other', 'ARG A0=b\n', (i) => `ARG A${i + 1}=$A${i}\n`, 'FROM alpine\n'),
  build('ARGs that double', 'ARG A0=bbbbbbbb\n', (i) => `ARG A${i + 1}=$A${i}$A${i}\n`, 'FROM $A100\n'),
  build('ARG in stages', 'ARG A=alpine\n', (i) => `FROM $A AS s${i}\nARG B${i}=$A\nENV C=$B${i}\n`),
  pair(
    'ARGs and references',
    from,
    (i) => `ARG A${i}=b\n`,
    '',
    (i) => `RUN echo $A${i} $B${i}\n`,
    buildFile,
  ),
  pair(
    'global ARGs and stages',
    '',
    (i) => `ARG A${i}=b\n`,
    '',
    (i) => `FROM $A${i} AS s${i}\n`,
    buildFile,
  ),
  build('misspelt variables', `${from}${times(100, (i) => `ENV VARIABLE${i}=a\n`)}`, (i) => `RUN echo $VARIABEL${i}\n`),
  build('one RUN of many references', `${from}RUN echo `, (i) => `$A${i} `, '\n'),
  build('one RUN of many commands', `${from}RUN a`, (i) => ` && b${i}`, '\n'),
  build('one RUN of many lines', `${from}RUN a`, (i) => ` \\\n && apt-get install -y b${i}`, '\n'),
  build('one RUN of curl | sh', `${from}RUN true`, () => ' && curl https://a.example.com/x | sh', '\n'),
  build('one RUN of pipes', `${from}RUN a`, () => ' | b', '\n'),
  build(
    'one RUN of downloads',
    `${from}RUN true`,
    (i) => ` && curl -o f${i} https://a.example.com/f${i} && sh f${i}`,
    '\n',
  ),
  build(
    'one RUN of downloads and checksums',
    `${from}RUN true`,
    (i) => ` && wget https://a.example.com/f${i} && sha256sum -c f${i}`,
    '\n',
  ),
  build('one RUN of git clones', `${from}RUN true`, (i) => ` && git clone https://a.example.com/f${i}`, '\n'),
  build('one RUN of cd', `${from}RUN true`, (i) => ` && cd a${i}`, '\n'),
  build('one RUN of rm', `${from}RUN true`, (i) => ` && rm -rf a${i}`, '\n'),
  build('one RUN of sudo', `${from}RUN true`, () => ' && sudo a', '\n'),
  build('one RUN of chmod', `${from}RUN true`, (i) => ` && chmod 4755 a${i}`, '\n'),
  build('one RUN of useradd', `${from}RUN true`, (i) => ` && useradd a${i}`, '\nUSER a1\n'),
  build('one RUN of exports', `${from}RUN true`, (i) => ` && export A${i}=b && echo $A${i}`, '\n'),
  build('one RUN of passwords', `${from}RUN true`, (i) => ` && mysql -u root -phunter${i} --password=a`, '\n'),
  build('one RUN of packages', `${from}RUN apt-get update && apt-get install -y`, (i) => ` p${i}`, '\n'),
  build('one RUN of apk packages', `${from}RUN apk add`, (i) => ` p${i}`, ' && rm -rf /var/cache/apk\n'),
  build('one RUN of pip packages', `${from}RUN pip install`, (i) => ` p${i}`, '\n'),
  build('one RUN of npm packages', `${from}RUN npm install -g`, (i) => ` @a/p${i}`, '\n'),
  build(
    'one RUN of apt-get',
    `${from}RUN apt-get update`,
    (i) => ` && apt-get install -y p${i} && apt-get clean && rm -rf /var/lib/apt/lists/*`,
    '\n',
  ),
  build('one RUN of yum', `${from}RUN true`, (i) => ` && yum install -y p${i} && yum clean all`, '\n'),
  build('one RUN of quotes', `${from}RUN echo `, () => `"'"'"'`, '\n'),
  build('one RUN of backslashes', `${from}RUN echo `, () => '\\', '\n'),
  build('one RUN of substitutions', `${from}RUN echo `, () => '$(a $(b) `c`) ', '\n'),
  build('one RUN of open substitutions', `${from}RUN echo `, () => '$(', '\n'),
  build('one RUN of parentheses', `${from}RUN `, () => '(', '\n'),
  build('one RUN of braces', `${from}RUN `, () => '{ a; ', '\n'),
  build('one RUN of ifs', `${from}RUN `, () => 'if a; then b; ', '\n'),
  build('one RUN of closed ifs', `${from}RUN `, () => 'if a; then b; fi; ', 'c\n'),
  build('one RUN of semicolons', `${from}RUN a`, () => ';', '\n'),
  build('one RUN of redirections', `${from}RUN a`, (i) => ` > b${i}`, '\n'),
  build('one RUN of one word', `${from}RUN `, () => 'aaaaaaaa', '\n'),
  build('one RUN of URLs', `${from}RUN curl`, () => ' http://user:pass@a.example.com/', '\n'),
  build('one RUN of one URL', `${from}RUN curl http://`, () => 'a:b', '\n'),
  build('mounts of one RUN', `${from}RUN `, (i) => `--mount=type=secret,id=a${i} `, 'a\n'),
  build('heredocs', from, () => 'RUN <<EOF\napt-get install -y a\nEOF\n'),
  build('one heredoc', `${from}RUN <<EOF\n`, (i) => `apt-get install -y a${i}\n`, 'EOF\n'),
  build('heredocs of one RUN', `${from}RUN cat `, (i) => `<<E${i} `, '\n'),
  build('closed heredocs of one RUN', `${from}RUN cat ${times(200, (i) => `<<E${i} `)}\n`, (i) => `E${i}\n`),
  build('heredocs within heredocs', `${from}RUN <<EOF\n`, () => 'cat <<EOF2\na\nEOF2\n', 'EOF\n'),
  build('open heredocs', from, (i) => `RUN <<E${i}\n`),
  build('one long LABEL', `${from}LABEL `, (i) => `a${i}=b `, '\n'),
  build('LABELs', from, (i) => `LABEL a${i}="b"\n`),
  build('EXPOSE', `${from}EXPOSE `, (i) => `${i % 60000} `, '\n'),
  build('JSON form', `${from}CMD [`, (i) => `"a${i}", `, '"b"]\n'),
  build('broken JSON form', `${from}CMD [`, (i) => `"a${i}", `, '\n'),
  build('HEALTHCHECKs', from, () => 'HEALTHCHECK CMD curl a\n'),
  build('CMDs and ENTRYPOINTs', from, () => 'CMD a\nENTRYPOINT b\n'),
  build('SHELLs', from, () => 'SHELL ["/bin/bash", "-c"]\nRUN a | b\n'),
  build('ONBUILDs', from, () => 'ONBUILD RUN a\n'),
  build('directives of a Dockerfile', '', () => '# syntax=a\n', from),
  build('empty continuations', `${from}RUN a \\\n`, () => '\\\n'),
  build('unknown instructions', from, (i) => `FOO${i} bar\n`),
  build('one long FROM', 'FROM ', () => 'a/', '\n'),
  build('flags of FROM', 'FROM ', () => '--platform=a ', 'alpine\n'),
  {
    name: 'Windows line endings in a Dockerfile',
    make: (size) => buildFile(filled(size, from, (i) => `RUN a \\\n  && b${i}\n`).replaceAll('\n', '\r\n')),
  },
  build('lone surrogates in a Dockerfile', from, () => 'RUN echo \ud800 "\udc00"\n'),
  {
    name: 'a long .dockerignore',
    make: (size) => [
      { path: '.dockerignore', text: filled(size / 2, '', (i) => `**/a${i}/**/*.pem\n`) },
      ...buildFile(filled(size / 2, from, (i) => `COPY a${i} b\n`)),
    ],
  },
  {
    name: 'a .dockerignore of stars',
    make: (size) => [
      { path: '.dockerignore', text: filled(size, '', () => '*a', 'b\n') },
      ...buildFile(`${from}COPY . /b\nCOPY ${'a'.repeat(Math.min(size, 4000))} /c\n`),
    ],
  },
  {
    name: 'a long script that is copied',
    make: (size) => [
      { path: 'entrypoint.sh', text: filled(Math.min(size, 60000), '#!/bin/sh\n', (i) => `chown a /b${i}\n`) },
      ...buildFile(filled(size, from, () => 'COPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\nUSER 1\n')),
    ],
  },
  {
    name: 'a Bake file of targets',
    make: (size) => [
      {
        path: 'docker-bake.hcl',
        text: filled(size, '', (i) => `target "t${i}" {\n  dockerfile = "Dockerfile"\n  args = { A = "b" }\n}\n`),
      },
    ],
  },
  {
    name: 'a Bake file of braces',
    make: (size) => [{ path: 'docker-bake.hcl', text: filled(size, '', () => 'target "t" {\n') }],
  },
  {
    name: 'a Bake file of JSON',
    make: (size) => [
      {
        path: 'docker-bake.json',
        text: filled(size, '{"target": {"t": {}', (i) => `,"t${i}": {"dockerfile": "a"}`, '}}'),
      },
    ],
  },

  // Settings.
  {
    name: 'a namespace of many stars',
    make: (size) =>
      yamlFile(
        `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: ${'a'.repeat(size)}}\nspec:\n${oneContainer}`,
      ),
    settings: { ...defaultSettings, byNamespace: [{ names: ['a*a*a*a*a*b', `${'a*'.repeat(30)}b`], settings: {} }] },
  },
];
