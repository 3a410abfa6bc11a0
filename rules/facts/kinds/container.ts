/** What containers ask of the images that they run. */

import { unversioned } from '../../model/image/reference.ts';
import type { Container, InheritedField } from '../../model/kubernetes/container.ts';
import type { Pod } from '../../model/kubernetes/pod.ts';
import { isPrivilegedPort } from '../../model/port.ts';
import type { Span } from '../../text/source.ts';
import type { Field } from '../../yaml/field.ts';
import type { Fact, FactSource, Statement } from '../fact.ts';
import { type Setting, settingOf } from '../setting.ts';

export interface ContainerFact extends Fact {
  readonly container: string;
  /** As written, without tag and digest. */
  readonly image: string;
  readonly runAsNonRoot: Setting;
  readonly runAsUser: number | 'unknown' | undefined;
  readonly readOnly: Setting;
  /** Where volumes are mounted; undefined when not all is known. */
  readonly mounts: readonly string[] | undefined;
  readonly lowPorts: readonly number[];
  readonly dropsAll: boolean;
  readonly adds: readonly string[];
  readonly noEscalation: boolean;
  /** It puts another program in the place of the image's. */
  readonly hasCommand: boolean;
  /** Files of volumes are given to a group of the pod. */
  readonly hasFsGroup: boolean;
  /** Where it may write to folders of its node. */
  readonly nodeFolders: readonly string[];
  /** Ports below 1024 are open to everybody by a sysctl, or they are those of the node. */
  readonly lowPortsFree: boolean;
}

export const container: FactSource<ContainerFact> = {
  objects: {
    of: 'pods',
    extract: ({ pods }) =>
      pods
        .filter((pod) => pod.isComplete)
        .flatMap((pod) => {
          const lowPortsFree = areLowPortsFree(pod);
          return pod.containers
            .filter(({ role, image }) => role !== 'ephemeral' && image !== undefined)
            .map((one) => containerOf(one, lowPortsFree));
        }),
  },
};

/** Whether containers of the pod may listen below port 1024 without root. */
function areLowPortsFree(pod: Pod): boolean {
  const sysctls = pod.at('securityContext', 'sysctls').items;
  return (
    !pod.at('hostNetwork').missing || sysctls.some((item) => item.at('name').is('net.ipv4.ip_unprivileged_port_start'))
  );
}

function containerOf(container: Container, lowPortsFree: boolean): Statement<ContainerFact> {
  const { pod, image, securityContext } = container;
  const effective = (key: InheritedField): Field => container.effective(key).field;
  const user = container.effective('runAsUser');
  const nonRoot = container.effective('runAsNonRoot');
  const mounted = container.at('volumeMounts');
  const mounts = mounted.items.map((mount) => mount.at('mountPath').text);
  const names = (list: string): readonly string[] =>
    securityContext.at('capabilities', list).strings.map(({ text }) => text.toUpperCase());
  const anchorOf = (field: Field): Span => (field.present ? field.anchor : container.anchor);
  const port = container.at('ports').items.find((item) => isPrivilegedPort(item.at('containerPort').integer ?? 0));
  return {
    says: {
      container: container.name,
      image: image === undefined ? '' : unversioned(image.reference),
      runAsNonRoot: nonRoot.missing ? undefined : (nonRoot.field.boolean ?? 'unknown'),
      runAsUser: user.missing ? undefined : (user.field.integer ?? 'unknown'),
      readOnly: settingOf(securityContext.at('readOnlyRootFilesystem')),
      mounts:
        (mounted.missing || mounted.isList) && mounts.every((path) => path !== undefined)
          ? (mounts as string[])
          : undefined,
      lowPorts: container
        .at('ports')
        .items.map((item) => item.at('containerPort').integer ?? 0)
        .filter(isPrivilegedPort),
      dropsAll: names('drop').includes('ALL'),
      adds: names('add'),
      noEscalation: securityContext.at('allowPrivilegeEscalation').is(false),
      hasCommand: !container.at('command').missing,
      hasFsGroup: !pod.at('securityContext', 'fsGroup').missing,
      nodeFolders: pod.volumes
        .filter((volume) => volume.type === 'hostPath')
        .flatMap((volume) => volume.mounts)
        .filter((mount) => mount.container === container && !mount.field.at('readOnly').is(true))
        .flatMap(({ field }) => field.at('mountPath').text ?? []),
      lowPortsFree,
    },
    places: {
      name: container.anchor,
      nonRoot: anchorOf(effective('runAsNonRoot')),
      user: anchorOf(effective('runAsUser')),
      readOnly: anchorOf(securityContext.at('readOnlyRootFilesystem')),
      drop: anchorOf(securityContext.at('capabilities', 'drop')),
      escalation: anchorOf(securityContext.at('allowPrivilegeEscalation')),
      port: port === undefined ? container.anchor : port.at('containerPort').anchor,
    },
  };
}
