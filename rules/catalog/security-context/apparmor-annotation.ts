import { container, pod } from '../../contract/example.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule, kubeaudit } from '../../contract/rule.ts';

export default defineRule({
  id: 'apparmor-annotation',
  subject: 'pod',
  severity: 'low',
  profile: 'strict',
  // Since 1.30 the API server writes each of the two as the other, and this rule is silent before.
  fix: 'safe',
  title: 'AppArmor profile is named in an annotation',
  why: 'Annotations of this name have been deprecated since Kubernetes 1.30, and one that names a container that is renamed later is quietly dropped.',
  remedy: 'Set `securityContext.appArmorProfile` on the container.',
  aliases: [kubeaudit('apparmor')],
  examples: {
    bad: [
      objects`
        Pod web
          annotations:
            container.apparmor.security.beta.kubernetes.io/web: runtime/default
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ apparmor-annotation 💡
      `,
      objects`
        Pod web
          annotations:
            container.apparmor.security.beta.kubernetes.io/web: localhost/web
      `,
    ],
    good: [
      container`
        securityContext:
          appArmorProfile:
            type: RuntimeDefault
      `,
      pod`
        containers:
          - name: web
            image: nginx:1.29
      `,
    ],
  },

  check(pod, report, { kubernetesMinor }) {
    if (kubernetesMinor < 30) return;
    for (const [key, value] of pod.template.at('metadata', 'annotations').entries) {
      if (!key.startsWith(prefix)) continue;
      const name = key.slice(prefix.length);
      const container = pod.containerNamed(name);
      const place = { anchor: value.anchorOfKey, path: value.path };
      if (container === undefined) report(place, `Names a container that does not exist: ${name}.`);
      else
        report(place, `Set by a deprecated annotation: the AppArmor profile of ${container.label}.`, () => {
          const profile = container.securityContext.at('appArmorProfile');
          const written = profileOf(value.string ?? '');
          // The API server lets both stand only where they agree.
          if (profile.present || written === undefined)
            return { refused: 'It is set in both places; remove one by hand.' };
          return { title: 'Set appArmorProfile instead', changes: [profile.set(written), value.remove()] };
        });
    }
  },
});

const prefix = 'container.apparmor.security.beta.kubernetes.io/';

/** Kubernetes documentation, "Restrict a Container's Access to Resources with AppArmor", on profiles before 1.30. */
function profileOf(text: string): Record<string, string> | undefined {
  if (text === 'runtime/default') return { type: 'RuntimeDefault' };
  if (text === 'unconfined') return { type: 'Unconfined' };
  const local = /^localhost\/(.+)$/.exec(text)?.[1];
  return local === undefined ? undefined : { type: 'Localhost', localhostProfile: local };
}
