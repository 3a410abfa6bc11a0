import { container, pod } from '../../contract/example.ts';
import { weightOfWork } from '../../contract/node-work.ts';
import {
  checkov,
  cis,
  defineRule,
  kics,
  kubeaudit,
  kubeLinter,
  kubeScore,
  kubescape,
  nsa,
  polaris,
  pss,
  trivy,
} from '../../contract/rule.ts';
import { withoutPropagation } from '../../model/kubernetes/volume.ts';
import { assumingWithout, privilegedNeeds } from '../../model/program/needs.ts';

export default defineRule({
  id: 'privileged-container',
  subject: 'container',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  closes: ['privileged'],
  uncovers: ['privilege-escalation', 'seccomp-unset', 'undropped-capabilities'],
  uncovers: [
    'privilege-escalation',
    'seccomp-unset',
    'undropped-capabilities',
    'root-uid',
    'sensitive-host-path',
    'host-path-volume',
    'host-pid',
    'host-ipc',
    'dangerous-capability',
    'seccomp-unconfined',
    'apparmor-unconfined',
    'selinux-options',
    'unmasked-proc',
  ],
