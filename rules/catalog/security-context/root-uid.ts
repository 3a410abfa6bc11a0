import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { pod } from '../../contract/example.ts';
import { type Fix, inheritedBy } from '../../contract/finding.ts';
import { defineRule, kubeaudit, kubeLinter, kubescape, pss, trivy } from '../../contract/rule.ts';
import { unprivilegedUser } from '../../data/users.ts';
import type { Facts } from '../../facts/index.ts';
import { containerUser } from '../../facts/questions/container-user.ts';
import { isShell } from '../../model/dockerfile/shell.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import type { Field } from '../../yaml/field.ts';

export default defineRule({
  id: 'root-uid',
  subject: 'container',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  mendedByMore: true,
  title: 'Container is set to run as UID 0',
  why: 'Root inside a container is root for the kernel. A mounted file of the node, or a bug in the runtime, is then open to whoever breaks in.',
  remedy:
    "Set `runAsUser` to a number above 0 that may read the application's files, or remove it and let the image's own non-root user apply.",
  ignoreWhen: 'The process has to be root, and `hostUsers: false` makes it nobody on the node.',
  standards: [pss('restricted', 'runAsUser')],
  aliases: [
    trivy('KSV-0105'),
    kubeaudit('nonroot'),
    kubeaudit('RunAsUserPSCRoot'),
    kubeaudit('RunAsUserCSCRoot'),
    kubescape('C-0013'),
    kubeLinter('run-as-non-root'),
  ],
  examples: {
    bad: [
      pod`
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
      -       runAsUser: 0
      +       runAsUser: 10001
      `,
      pod`
        securityContext:
          runAsUser: 0
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
      `,
    ],
    good: [
      pod`
        hostUsers: false
        containers:
          - name: web
            image: registry.example.com/web:1.4.2
            securityContext:
              runAsUser: 0
      `,
    ],
  },

  check(container, report, { kubernetesMinor }) {
    // Root in a user namespace is nobody on the node; the restricted level admits it from 1.35 on (KEP-127).
    if (container.pod.hasUserNamespace && kubernetesMinor >= 35) return;
    const own = container.securityContext.at('runAsUser');
    const pods = container.pod.at('securityContext', 'runAsUser');
    if (own.is(0))
      report(
        own,
        `Runs as root: runAsUser of ${container.label} is 0.`,
        ({ facts }) => asSomebody(own, [container], facts),
        [],
        givesAway(container) ? { from: 'strict' } : besidePrivileges([container]),
      );
    if (pods.is(0)) {
      const inheriting = container.pod.inheriting('runAsUser');
      report(
        pods,
        'Runs as root: runAsUser of the pod is 0.',
        ({ facts }) => asSomebody(pods, inheriting, facts),
        inheritedBy(inheriting),
        // Where each container has a number of its own, that one counts.
        inheriting.length === 0 ? { from: 'strict' } : besidePrivileges(inheriting),
      );
    }
  },
});

/** An init container that does nothing but give files to the user of the others: that is what root is for, and then it ends. */
function givesAway(container: Container): boolean {
  const words = [...container.at('command').strings, ...container.at('args').strings].map(({ text }) => text);
  const script = isShell(words[0]?.split('/').at(-1)) ? (words.at(-1) ?? '') : words.join(' ');
  const parts = script
    .split(/&&|;|\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return (
    container.role === 'init' &&
    parts.some((part) => /^ch(?:own|mod|grp)\s|^find\s.*-exec\s+ch(?:own|mod|grp)\s/.test(part)) &&
    parts.every((part) => /^(?:chown|chgrp|chmod|mkdir|touch|find|set|ls|echo|true|exit|sync)(?:\s[^|]*)?$/.test(part))
  );
}

/** The user of all the containers that the field decides for. */
function asSomebody(field: Field, containers: readonly Container[], facts: Facts): Fix {
  const users = containers.map((container) => containerUser(container, facts));
  const [first] = users;
  const uid = first?.uid ?? unprivilegedUser;
  const others = users.find((user) => user.uid !== uid);
  const clauses = new Set(users.flatMap(({ assumes }) => assumes ?? []));
  // Somebody wrote the number, over what the image runs as.
  if (!users.every(({ isImages }) => isImages))
    clauses.add(containers.length > 1 ? 'they need no root' : 'it needs no root');
  if (others !== undefined) clauses.add(`none of them need be user ${others.uid}`);
  const whose = first?.whose ?? 'files of the image must be readable for it';
  return {
    title: `Run as user ${uid} (${whose}${[...new Set(users.map(({ also }) => also))].join('')})`,
    changes: [field.set(uid), ...users.flatMap(({ changes }) => changes)],
    hardens: true,
    caution:
      first?.whose === undefined ? `user ${uid} must be able to read its files` : `user ${uid} starts it, not root`,
    ...(clauses.size === 0 ? {} : { assumes: [...clauses].join(', and ') }),
  };
}
