import { unprivilegedUser } from '../data/users.ts';
import { baseImageOf } from '../model/image/base.ts';
import type { Container } from '../model/kubernetes/container.ts';
import {
  checkov,
  cis,
  defineRule,
  type Fix,
  inheritedBy,
  kics,
  kubeaudit,
  kubeLinter,
  kubescape,
  nsa,
  pod,
  polaris,
  pss,
  trivy,
} from '../rule.ts';

export default defineRule({
  id: 'running-as-root',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  tags: [],
  since: '0.1.0',
  title: 'Container may run as root',
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
      pod`
        hostUsers: false
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    // Root in a user namespace is nobody on the node; the restricted level admits it from 1.35 on (KEP-127).
    if (container.pod.hasUserNamespace && kubernetesMinor >= 35) return;
    const pods = container.pod.at('securityContext', 'runAsNonRoot');
    const own = container.securityContext.at('runAsNonRoot');
    // Admission refuses the pod's `false` even where every container says `true`.
    if (pods.is(false)) {
      report(
        pods,
        'The pod lets its containers run as root: runAsNonRoot is false.',
        () => ({ title: 'Forbid root for the whole pod', changes: [pods.set(true)] }),
        inheritedBy(container.pod.inheriting('runAsNonRoot')),
      );
    }
    if (own.is(false)) {
      report(
        own,
        `${container.title} may run as root: runAsNonRoot is false.`,
        () => nonRoot(container),
        pods.is(true) ? [{ place: pods, message: "The pod's true does not count for it." }] : [],
      );
    } else if (container.effective('runAsNonRoot').missing) {
      const user = container.effective('runAsUser').field.integer;
      const message =
        user !== undefined && user > 0
          ? `runs as user ${user}, but nothing makes sure of it: runAsNonRoot is not set`
          : 'may run as root: runAsNonRoot is not set';
      report(own, `${container.title} ${message}.`, () => nonRoot(container));
    }
  },
});

/**
 * Only a number above zero can be verified by the kubelet. Kept: the one that is in force, or that of the image where a table knows it; otherwise one is
 * chosen, and the fix says what may break.
 */
function nonRoot(container: Container): Fix {
  const own = container.securityContext.at('runAsNonRoot').set(true);
  const user = container.effective('runAsUser');
  const number = user.field.integer;
  if (number !== undefined && number > 0)
    return { title: `Forbid root (it runs as user ${number})`, changes: [own], hardens: true };
  const base = container.image === undefined ? undefined : baseImageOf(container.image.reference);
  if (base?.uid !== undefined && !user.field.present)
    return { title: `Forbid root (the image runs as user ${base.uid})`, changes: [own], hardens: true };
  const target = user.from === 'pod' ? user.field : container.securityContext.at('runAsUser');
  const chosen = base?.shipped?.uid ?? unprivilegedUser;
  const whose =
    base?.shipped === undefined
      ? 'files of the image must be readable for it'
      : `${base.shipped.name} of the image; what starts as root fails`;
  return {
    title: `Run as user ${chosen} and forbid root (${whose})`,
    changes: [own, target.set(chosen)],
    hardens: true,
    caution:
      base?.shipped === undefined
        ? `user ${chosen} must be able to read its files`
        : `user ${chosen} starts it, not root`,
  };
}
