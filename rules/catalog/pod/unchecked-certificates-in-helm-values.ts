import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { certificateSwitches } from '../../data/certificate-switches.ts';
import { certificateLines } from '../../data/program-lines.ts';
import { settingsOfHelm } from '../../model/program/helm-settings.ts';
import { linesIn } from '../../model/program/lines.ts';
import { switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'unchecked-certificates-in-helm-values',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  title: 'Values of a Helm release turn certificate checks off',
  why: 'Whoever gets between the program and a server reads its passwords and tokens, and answers as they like.',
  remedy: 'Give the program the certificate of the authority that it has to trust, and let it check.',
  ignoreWhen: 'The connection never leaves the pod.',
  examples: {
    bad: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 kube-system/metrics-server
          interval: 1h
          values:
            args:
              - --kubelet-insecure-tls
      `,
      objects`
        Application.argoproj.io/v1alpha1 argocd/shop
          project: default
          source:
            chart: shop
            helm:
              valuesObject:
                extraEnv:
                  - name: NODE_TLS_REJECT_UNAUTHORIZED
                    value: "0"
      `,
    ],
    good: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 kube-system/metrics-server
          interval: 1h
          values:
            args:
              - --kubelet-certificate-authority=/etc/ca.pem
      `,
      objects`
        Application.argoproj.io/v1alpha1 argocd/shop
          project: default
          source:
            chart: shop
            helm:
              valuesObject:
                extraEnv:
                  - name: NODE_EXTRA_CA_CERTS
                    value: /etc/ca.pem
      `,
    ],
  },

  check(resource, report) {
    const { settings, files } = settingsOfHelm(resource);
    for (const { field, name, does } of switchesIn(settings, certificateSwitches))
      report(field, `${capitalized(does)}: ${name} of ${resource.label}.`);
    for (const { name, text, place } of files)
      for (const { does } of linesIn(name, text, certificateLines).slice(0, 1))
        report(place, `${capitalized(does)}: ${name} of ${resource.label}.`);
  },
});
