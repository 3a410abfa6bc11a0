import { objects } from '../../contract/objects.ts';
import { defineRule } from '../../contract/rule.ts';
import { loginSwitches } from '../../data/login-switches.ts';
import { loginLines } from '../../data/program-lines.ts';
import { settingsOfHelm } from '../../model/program/helm-settings.ts';
import { linesIn } from '../../model/program/lines.ts';
import { switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'disabled-login-in-helm-values',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  title: 'Values of a Helm release admit anybody',
  why: 'Whoever reaches the port of the program is its user, often its administrator: any pod of the cluster, without a policy.',
  remedy: 'Require a login, and give the program a password from a Secret.',
  ignoreWhen: 'Nothing but a test runs with it.',
  examples: {
    bad: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 home/mosquitto
          interval: 1h
          values:
            configMaps:
              config:
                data:
                  mosquitto.conf: |
                    listener 1883
                    allow_anonymous true
      `,
      objects`
        Application.argoproj.io/v1alpha1 argocd/database
          project: default
          source:
            chart: postgres
            helm:
              valuesObject:
                env:
                  POSTGRES_HOST_AUTH_METHOD: trust
      `,
    ],
    good: [
      objects`
        HelmRelease.helm.toolkit.fluxcd.io/v2 home/mosquitto
          interval: 1h
          values:
            configMaps:
              config:
                data:
                  mosquitto.conf: |
                    listener 1883
                    password_file /etc/mosquitto/users
      `,
      objects`
        Application.argoproj.io/v1alpha1 argocd/database
          project: default
          source:
            chart: postgres
            helm:
              valuesObject:
                env:
                  POSTGRES_HOST_AUTH_METHOD: scram-sha-256
      `,
    ],
  },

  check(resource, report) {
    const { settings, files } = settingsOfHelm(resource);
    for (const { field, name, does } of switchesIn(settings, loginSwitches))
      report(field, `${capitalized(does)}: ${name} of ${resource.label}.`);
    for (const { name, text, place } of files)
      for (const { does } of linesIn(name, text, loginLines).slice(0, 1))
        report(place, `${capitalized(does)}: ${name} of ${resource.label}.`);
  },
});
