import { besidePrivileges } from '../../contract/beside-privileges.ts';
import { container, pod } from '../../contract/example.ts';
import type { Weight } from '../../contract/finding.ts';
import { weightOfPartsWork, weightOfWork } from '../../contract/node-work.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubeaudit, nsa, pss, trivy } from '../../contract/rule.ts';
import type { Container } from '../../model/kubernetes/container.ts';
import type { Field } from '../../yaml/field.ts';

const allowedTypes = ['RuntimeDefault', 'Localhost'];
const annotationPrefix = 'container.apparmor.security.beta.kubernetes.io/';

import { assumingWithout } from '../../model/program/needs.ts';

export default defineRule({
  id: 'apparmor-unconfined',
  subject: 'pod',
  severity: 'medium',
  profile: 'essential',
  fix: 'review',
  title: 'AppArmor is disabled',
  why: 'On nodes with AppArmor the runtime confines every container by default. This setting removes the confinement, so files and mounts of the node are less protected.',
  remedy: 'Remove the setting, or name a profile of your own (`Localhost`).',
  ignoreWhen: 'The program needs what the default profile forbids and no profile of yours allows it yet.',
  standards: [pss('baseline', 'appArmorProfile'), nsa()],
  aliases: [trivy('KSV-0002'), kubeaudit('apparmor'), kubeaudit('AppArmorDisabled')],
  examples: {
    bad: [
      container`
        securityContext:
          appArmorProfile:
      -     type: Unconfined
      +     type: RuntimeDefault
      `,
      objects`
        Pod web
          annotations:
            container.apparmor.security.beta.kubernetes.io/web: unconfined
        #                                                       ^^^^^^^^^^ apparmor-unconfined 💡 "container web"
      `,
    ],
    good: [
      pod`
        securityContext:
          appArmorProfile:
            type: RuntimeDefault
      `,
      objects`
        Pod web
          annotations:
            container.apparmor.security.beta.kubernetes.io/web: localhost/web
      `,
    ],
  },

  check(pod, report) {
    const weightOf = ([first, ...others]: readonly Container[]): Weight =>
      first === undefined || others.length > 0 || pod.containers.length === 1
        ? weightOfWork(pod, 'privileges')
        : weightOfPartsWork(first, 'privileges');
    const without = (by: readonly Container[]): ReturnType<typeof assumingWithout> =>
      assumingWithout(
        by.map(({ program }) => program),
        'what it forbids',
        'privileged',
      );
    const judge = (type: Field, who: string, by: readonly Container[]): void => {
      if (type.string === undefined || allowedTypes.includes(type.string)) return;
      report(
        type,
        `Sets the AppArmor profile to ${type.string}, which confines nothing: ${who}.`,
        () => ({
          title: "Use the runtime's AppArmor profile (what it forbids fails)",
          changes: [type.set('RuntimeDefault')],
          ...without(by),
        }),
        [],
        { ...weightOf(by), ...besidePrivileges(by) },
      );
    };
    judge(pod.at('securityContext', 'appArmorProfile', 'type'), 'the pod', pod.containers);
    for (const container of pod.containers)
      judge(container.securityContext.at('appArmorProfile', 'type'), container.label, [container]);
    for (const [key, value] of pod.template.at('metadata', 'annotations').entries) {
      if (!key.startsWith(annotationPrefix) || value.string === undefined) continue;
      const profile = value.string;
      const by = pod.containers.filter(({ name }) => name === key.slice(annotationPrefix.length));
      if (profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/')) continue;
      report(
        value,
        `Sets the AppArmor profile to ${profile}, which confines nothing: container ${key.slice(annotationPrefix.length)}.`,
        () => ({
          title: "Use the runtime's AppArmor profile (what it forbids fails)",
          changes: [value.remove()],
          ...without(by),
        }),
        [],
        { ...weightOf(by), ...besidePrivileges(by) },
      );
    }
  },
});
