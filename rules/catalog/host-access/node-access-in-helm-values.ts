import { isMadeWith, needsOfCapability } from '../../contract/node-work.ts';
import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { baselineCapabilities } from '../../data/capabilities.ts';
import { isRuntimeSocket, normalHostPath, rawDeviceAt } from '../../data/host-paths.ts';
import { type NodeNeed, workOf } from '../../data/node-programs.ts';
import { parseImageReference } from '../../model/image/reference.ts';
import { type HelmValue, helmValuesOf } from '../../model/kubernetes/helm-values.ts';

export default defineRule({
  id: 'node-access-in-helm-values',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  title: 'Values of a Helm release open the node to its pods',
  why: 'With the network or the processes of its node, with all its rights or the socket of its container runtime, whoever breaks into the pod takes the node.',
  remedy: 'Remove the value, and give the container the one file, device or capability that it needs.',
  ignoreWhen: 'It is a node agent or a part of the network itself, such as a CNI plugin.',
  examples: {
    bad: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 shop/web
          interval: 1h
          values:
            hostNetwork: true
      `,
      objects`
        Application.argoproj.io/v1alpha1 argocd/agent
          project: default
          source:
            chart: agent
            helm:
              valuesObject:
                securityContext:
                  privileged: true
      `,
    ],
    good: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 shop/web
          interval: 1h
          values:
            hostNetwork: false
      `,
      objects`
        Application.argoproj.io/v1alpha1 argocd/agent
          project: default
          source:
            chart: agent
            helm:
              valuesObject:
                securityContext:
                  privileged: false
                  capabilities:
                    drop: [ALL]
      `,
    ],
  },

  check(resource, report) {
    const values = helmValuesOf(resource);
    // Where the values name no image, the release bears the name of what it runs.
    const images = [
      resource.name,
      ...values.flatMap(({ name, field }) =>
        /^(?:repository|image)$/.test(name) ? [parseImageReference(field.text ?? '').repository] : [],
      ),
    ];
    const work = new Set(images.flatMap((image) => workOf(image)));
    const inHostNetwork = values.some(
      ({ name, keys, field }) => (name === 'enabled' ? keys.at(-2) : name) === 'hostNetwork' && field.text === 'true',
    );
    for (const value of values) {
      const access = accessBy(value, inHostNetwork);
      if (access === undefined) continue;
      report(
        value.place,
        `${access.does}: the values of ${resource.label}.`,
        undefined,
        [],
        access.needs.some((need) => work.has(need)) || isMadeWith(images, access.capability ?? '')
          ? { from: 'strict' }
          : {},
      );
    }
  },
});

interface Access {
  readonly does: string;
  /** Empty: no program is made for it. */
  readonly needs: readonly NodeNeed[];
  /** Where it is one. */
  readonly capability?: string;
}

const namespaces: ReadonlyMap<string, Access> = new Map([
  ['hostNetwork', { does: 'Uses the network of the node', needs: ['network'] }],
  ['hostPID', { does: 'Sees every process of the node', needs: ['processes'] }],
  ['hostIPC', { does: 'Shares memory with every process of the node', needs: [] }],
]);

/** What a value gives a pod, where it has the name that the field has in Kubernetes. */
function accessBy({ keys, name, field }: HelmValue, inHostNetwork: boolean): Access | undefined {
  const [above = '', further = ''] = [keys.at(-2), keys.at(-3)];
  if (field.text === 'true') {
    const shared = namespaces.get(name === 'enabled' ? above : name);
    if (shared !== undefined) return shared;
    return name === 'privileged' && /securityContext$/i.test(above)
      ? { does: 'Runs privileged', needs: ['privileges'] }
      : undefined;
  }
  const text = field.string;
  if (text === undefined) return undefined;
  if (name === 'add' && above === 'capabilities' && /securityContext$/i.test(further))
    return baselineCapabilities.has(text)
      ? undefined
      : {
          does: `Adds ${text === 'ALL' ? 'every capability' : `the capability ${text}`}`,
          needs: needsOfCapability(text, inHostNetwork),
          capability: text,
        };
  const isOfNode = name === 'hostPath' || (name === 'path' && above === 'hostPath');
  if (!isOfNode) return undefined;
  const path = normalHostPath(text);
  if (isRuntimeSocket(path)) return { does: 'May command the container runtime', needs: [] };
  const device = path === '/' ? 'the whole disk' : rawDeviceAt(path);
  return device === undefined ? undefined : { does: `Has ${text}, ${device} of the node`, needs: ['disk'] };
}
