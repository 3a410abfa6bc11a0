import { pod } from '../../contract/example.ts';
import { type Fix, inheritedBy } from '../../contract/finding.ts';
import { weightOfContainersWork } from '../../contract/node-work.ts';
import {
  checkov,
  cis,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubescape,
  nsa,
  polaris,
  pss,
  trivy,
} from '../../contract/rule.ts';
import type { Facts } from '../../facts/index.ts';
import { containerUser, runsAs } from '../../facts/questions/container-user.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';
import type { Change } from '../../yaml/change.ts';
import type { Field } from '../../yaml/field.ts';
import { nginxMove } from './shared/nginx-move.ts';

export default defineRule({
  id: 'running-as-root',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  setByConstraints: true,
  fix: 'review',
  mendedByMore: true,
  title: 'Container may run as root',
  protection: 'root',
  why: 'Most images start as root unless told otherwise. Root inside the container is root for the kernel, so that a mounted file of the node or a bug in the runtime is open to whoever breaks in.',
  remedy:
    'Set `runAsNonRoot: true`, and `runAsUser` where the image does not name a numeric user of its own. The kubelet then refuses to start a root process.',
  ignoreWhen: 'The process has to be root; then give the pod a user namespace (`hostUsers: false`).',
  standards: [pss('restricted', 'runAsNonRoot'), cis('5.2.7'), nsa()],
  aliases: [
    kubeLinter('run-as-non-root'),
    checkov('CKV_K8S_23'),
    trivy('KSV-0012'),
    kubescape('C-0013'),
    polaris('runAsRootAllowed'),
    kubeaudit('nonroot'),
    kubeaudit('RunAsNonRootPSCNilCSCNil'),
    kubeaudit('RunAsNonRootPSCFalseCSCNil'),
    kubeaudit('RunAsNonRootCSCFalse'),
    kics('Container Running As Root'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
      pod`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: web
            image: nginx:1.29
            securityContext:
              runAsNonRoot: false
        #                   ^^^^^ running-as-root 💡 "May run as root: runAsNonRoot of container web is false"
      `,
    ],
    good: [
      pod`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: web
            image: nginxinc/nginx-unprivileged:1.29
      `,
      pod`hostUsers: false`,
    ],
  },

  check(container, report, { kubernetesMinor, givesUsers = false }) {
    // Root in a user namespace is nobody on the node; the restricted level admits it from 1.35 on (KEP-127).
    if (container.pod.hasUserNamespace && kubernetesMinor >= 35) return;
    const pods = container.pod.at('securityContext', 'runAsNonRoot');
    const own = container.securityContext.at('runAsNonRoot');
    // Admission refuses the pod's `false` even where every container says `true`.
    if (pods.is(false)) {
      report(
        pods,
        'May run as root: runAsNonRoot of the pod is false.',
        ({ facts }) => (givesUsers ? forbidden(pods) : nonRootPod(container.pod, facts)),
        inheritedBy(container.pod.inheriting('runAsNonRoot')),
        // Of the number that stands beside it another rule speaks.
        container.pod.at('securityContext', 'runAsUser').is(0) ? { from: 'strict' } : {},
      );
    }
    if (own.is(false)) {
      report(
        own,
        `May run as root: runAsNonRoot of ${container.label} is false.`,
        ({ path, facts }) => (givesUsers ? forbidden(own) : nonRoot(container, path, facts)),
        pods.is(true) ? [{ place: pods, message: "The pod's true does not count for it." }] : [],
        container.effective('runAsUser').field.is(0) ? { from: 'strict' } : {},
      );
    } else if (container.effective('runAsNonRoot').missing) {
      const user = container.effective('runAsUser').field.integer;
      const message =
        user !== undefined && user > 0
          ? `Runs as user ${user}, but nothing enforces it: runAsNonRoot`
          : 'May run as root: runAsNonRoot';
      report(
        own,
        `${message} of ${container.label} is not set.`,
        ({ path, facts }) => (givesUsers ? forbidden(own) : nonRoot(container, path, facts)),
        [],
        // A number that is written decides alone; of zero another rule speaks.
        user === undefined ? weightOfContainersWork(container, 'privileges') : { from: 'strict' },
      );
    }
  },
});

/** The platform gives it a number above zero. */
const forbidden = (field: Field): Fix => ({
  title: 'Forbid root (OpenShift gives it a user)',
  changes: [field.set(true)],
  hardens: true,
});

/**
 * Only a number above zero can be verified by the kubelet. Kept: the one that is in force, or that of the image where it is known; otherwise one is chosen,
 * and the fix says what may break.
 */
function nonRoot(container: Container, path: string, facts: Facts): readonly (Fix | undefined)[] {
  const own = container.securityContext.at('runAsNonRoot').set(true);
  const number = container.effective('runAsUser').field.integer;
  if (number !== undefined && number > 0)
    return [{ title: `Forbid root (it runs as user ${number})`, changes: [own], hardens: true }];
  // Users of Windows have no numbers.
  if (container.pod.isWindows)
    return [{ title: 'Forbid root', changes: [own], hardens: true, assumes: 'its image runs as ContainerUser' }];
  const chosen = containerUser(container, facts);
  const { uid, whose, isImages, isKnown, assumes, changes, also } = chosen;
  const supposed = assumes === undefined ? {} : { assumes };
  if (isImages && !container.effective('runAsUser').field.present)
    return [
      { title: `Forbid root (the image runs as user ${uid})`, changes: [own, ...changes], hardens: true, ...supposed },
    ];
  return [
    nginxMove(container, path, facts),
    {
      title: `Run as user ${uid} and forbid root (${whose ?? 'files of the image must be readable for it'}${also})`,
      changes: [own, runsAs(container, uid), ...changes],
      hardens: true,
      untried: !isKnown,
      caution: whose === undefined ? `user ${uid} must be able to read its files` : `user ${uid} starts it, not root`,
      ...supposed,
    },
  ];
}

/** The pod says it for all; containers that inherit it need a user that is not root. */
function nonRootPod(pod: Pod, facts: Facts): Fix {
  const changes: Change[] = [pod.at('securityContext', 'runAsNonRoot').set(true)];
  const clauses = new Set<string>();
  let untried = false;
  const said: string[] = [];
  for (const container of pod.inheriting('runAsNonRoot')) {
    if ((container.effective('runAsUser').field.integer ?? 0) > 0) continue;
    const { uid, isImages, isKnown, assumes, changes: others, also } = containerUser(container, facts);
    untried ||= !isKnown;
    if (assumes !== undefined) clauses.add(assumes);
    if (!isImages) {
      changes.push(runsAs(container, uid));
      said.push(`${container.label} runs as user ${uid}${also}`);
    }
    changes.push(...others);
  }
  return {
    title: `Forbid root for the whole pod${said.length === 0 ? '' : ` (${said.join('; ')})`}`,
    changes,
    untried,
    ...(clauses.size === 0 ? {} : { assumes: [...clauses].join(', and ') }),
  };
}
