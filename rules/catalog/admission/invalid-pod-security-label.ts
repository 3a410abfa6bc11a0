import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { newestKubernetesMinor, oldestKubernetesMinor } from '../../data/kubernetes.ts';
import {
  isPodSecurityLevel,
  podSecurityLabel,
  podSecurityLevels,
  podSecurityModes,
  podSecurityVersion,
} from '../../model/kubernetes/pod-security.ts';
import { closest } from '../../text/similar.ts';

export default defineRule({
  id: 'invalid-pod-security-label',
  subject: 'resource',
  severity: 'high',
  profile: 'essential',
  fix: 'review',
  title: 'Pod Security label has no effect',
  why: 'The API server refuses a namespace whose level or version it does not know, and a label that it does not know holds nobody to anything. The namespace looks guarded and is open.',
  remedy:
    'Levels are `privileged`, `baseline` and `restricted`; versions are `latest` or `v1.` and a number; modes are `enforce`, `warn` and `audit`.',
  examples: {
    bad: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: Restricted
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: "1.30"
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforced: baseline
      `,
    ],
    good: [
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
            pod-security.kubernetes.io/enforce-version: latest
      `,
      objects`
        Namespace shop
          labels:
            pod-security.kubernetes.io/warn: baseline
            pod-security.kubernetes.io/warn-version: v1.30
      `,
    ],
  },

  check(resource, report) {
    if (!resource.is('Namespace', '')) return;
    for (const [key, value] of resource.at('metadata', 'labels').entries) {
      if (!key.startsWith(prefix)) continue;
      const text = value.text;
      if (levelLabels.includes(key)) {
        if (text === undefined || isPodSecurityLevel(text)) continue;
        const meant = closest(text.toLowerCase(), podSecurityLevels);
        report(value, `Not a Pod Security level: ${text}.`, () =>
          meant === undefined ? undefined : { title: `Write ${meant}`, changes: [value.set(meant)] },
        );
      } else if (versionLabels.includes(key)) {
        if (text === undefined || podSecurityVersion(text) !== undefined) continue;
        const minor = /^v?1\.(\d+)(?:\.\d+)?$/.exec(text)?.[1];
        report(value, `Not a version that Pod Security admission accepts: ${text}.`, () =>
          minor === undefined || Number(minor) < oldestKubernetesMinor || Number(minor) > newestKubernetesMinor
            ? undefined
            : { title: `Write v1.${minor}`, changes: [value.set(`v1.${minor}`)] },
        );
      } else {
        const meant = closest(key, [...levelLabels, ...versionLabels]);
        report(value, `Not a label of Pod Security admission: ${key}.`, () =>
          meant === undefined ? undefined : { title: `Rename it to ${meant}`, changes: [value.rename(meant)] },
        );
      }
    }
  },
});

const prefix = 'pod-security.kubernetes.io/';
const levelLabels = podSecurityModes.map((mode) => podSecurityLabel(mode));
const versionLabels = podSecurityModes.map((mode) => podSecurityLabel(mode, '-version'));
