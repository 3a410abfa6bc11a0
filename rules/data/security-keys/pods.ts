/** Keys of pods and containers outside of their security contexts. Sources: each row has its own; Pod Security Standards; read 2026-11-28. */
import type { KeyHelp, KeyHelpTable } from './key-help.ts';

const spec = 'Kubernetes API reference, PodSpec v1 core';

const automount: KeyHelp = {
  does: 'Whether a token of the service account is put into every container, at /var/run/secrets/kubernetes.io/serviceaccount. Whoever gets into a container may do at the API server what the account may.',
  unset: "true. The pod's own word counts before that of its account.",
  since: '1.6',
  source: 'Kubernetes documentation, "Configure Service Accounts for Pods"',
};
const pullPolicy: KeyHelp = {
  does: 'When the node asks the registry for the image: `Always`, `IfNotPresent` or `Never`. `Always` also checks that the pod may pull it.',
  unset: '`Always` for the tag `latest` or none, else `IfNotPresent`.',
  checked: 'The admission plugin AlwaysPullImages overrides it.',
  source: 'Kubernetes documentation, "Images"',
};
const containerContext: KeyHelp = {
  does: 'What the container may do beside the program in it. What stands here counts before what the pod sets.',
  unset:
    'What the pod sets; else the user of the image, the capabilities of the runtime and no filter of system calls.',
  source: 'Kubernetes API reference, Container v1 core',
};

/** Of pods, containers, their ports, volumes and accounts. */
export const podKeys: KeyHelpTable = {
  'PodSpec.securityContext': {
    does: 'What counts for all containers of the pod, unless they say otherwise, and for its volumes. Capabilities, privilege escalation and the root file system are set for each container alone.',
    unset: 'Nothing is restricted beside what the runtime does by itself.',
    source: spec,
  },
  'Container.securityContext': containerContext,
  'EphemeralContainer.securityContext': containerContext,
  'Container.imagePullPolicy': pullPolicy,
  'EphemeralContainer.imagePullPolicy': pullPolicy,
  'PodSpec.hostNetwork': {
    does: 'Puts the pod into the network of its node: it sees the traffic of the node, reaches what listens on localhost there, and network policies do not hold it.',
    unset: 'false',
    checked: 'Refused by the baseline standard.',
    source: spec,
  },
  'PodSpec.hostPID': {
    does: 'Shows the pod all processes of its node, with their environments and, for root, their files.',
    unset: 'false',
    checked: 'Refused by the baseline standard. The API server refuses it together with `shareProcessNamespace: true`.',
    source: spec,
  },
  'PodSpec.hostIPC': {
    does: 'Lets the pod read and write shared memory of processes of its node.',
    unset: 'false',
    checked: 'Refused by the baseline standard.',
    source: spec,
  },
  'PodSpec.hostUsers': {
    does: 'false gives the pod a user namespace of its own: root in it is nobody on the node.',
    unset: 'true',
    checked:
      'The API server refuses false together with hostNetwork, hostPID or hostIPC. From 1.33 on it works without a feature gate, where node and runtime can do it.',
    source: 'Kubernetes documentation, "User Namespaces"',
  },
  'PodSpec.shareProcessNamespace': {
    does: "Shows the containers of the pod each other's processes, their environments and, by /proc/PID/root, their files.",
    unset: 'false',
    since: '1.10',
    source: 'Kubernetes documentation, "Share Process Namespace between Containers in a Pod"',
  },
  'PodSpec.automountServiceAccountToken': automount,
  'ServiceAccount.automountServiceAccountToken': automount,
  'PodSpec.serviceAccountName': {
    does: 'The account that the pod acts as at the API server. What bindings give to it, the pod may do.',
    unset: '`default`, the account of every pod of the namespace that names none.',
    checked: 'The API server refuses a pod whose account does not exist.',
    source: spec,
  },
  'PodSpec.enableServiceLinks': {
    does: 'Puts names and ports of all Services of the namespace into the environment of each container.',
    unset: 'true',
    since: '1.13',
    source: spec,
  },
  'PodSpec.runtimeClassName': {
    does: 'The RuntimeClass that the pod runs with, such as one of gVisor or Kata Containers, which keep the kernel of the node from it.',
    unset: "The node's default runtime.",
    checked: 'The API server refuses a pod whose RuntimeClass does not exist.',
    since: '1.12',
    source: 'Kubernetes documentation, "Runtime Class"',
  },
  'PodSpec.imagePullSecrets': {
    does: 'Secrets with the logins of registries that the images of the pod come from.',
    unset: 'Those of its service account.',
    source: spec,
  },
  'ContainerPort.hostPort': {
    does: 'Opens the port on the node itself, to everybody who reaches the node.',
    unset: 'The port is open inside of the cluster alone.',
    checked: 'Refused by the baseline standard.',
    source: 'Kubernetes API reference, ContainerPort v1 core',
  },
  'Volume.hostPath': {
    does: 'Shows the pod a file or a folder of its node. Who may write to the wrong one has the node.',
    unset: 'Another kind of volume.',
    checked: 'Refused by the baseline standard.',
    source: 'Kubernetes documentation, "Volumes", hostPath',
  },
  'VolumeMount.mountPropagation': {
    does: 'Whether mounts of the node show in the container (`HostToContainer`), and those of the container on the node, too (`Bidirectional`).',
    unset: 'None',
    checked: 'The API server refuses `Bidirectional` where the container is not privileged.',
    since: '1.8',
    source: 'Kubernetes documentation, "Volumes", mount propagation',
  },
  'VolumeMount.readOnly': {
    does: 'Keeps the container from writing to the volume. Mounts below it stay writable unless `recursiveReadOnly` is set, too.',
    unset: 'false',
    source: 'Kubernetes API reference, VolumeMount v1 core',
  },
};
