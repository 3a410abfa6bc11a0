import { yaml } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { loginSwitches } from '../../data/login-switches.ts';
import { loginLines } from '../../data/program-lines.ts';
import { configurationOf, linesIn } from '../../model/program/lines.ts';
import { switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'disabled-login-in-configmap',
  subject: 'resource',
  severity: 'high',
  profile: 'recommended',
  title: 'Configuration admits anybody',
  why: 'Whoever reaches the port of the program is its user, often its administrator: any pod of the cluster, without a policy.',
  remedy: 'Require a login, and give the program a password from a Secret.',
  ignoreWhen: 'Nothing but a test runs with it.',
  examples: {
    bad: [
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          POSTGRES_HOST_AUTH_METHOD: trust
      `,
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          grafana.ini: |
            [auth.anonymous]
            enabled = true
            org_role = Admin
      `,
    ],
    good: [
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          POSTGRES_HOST_AUTH_METHOD: scram-sha-256
      `,
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          grafana.ini: |
            [auth.anonymous]
            enabled = true
            org_role = Viewer
      `,
    ],
  },

  check(resource, report) {
    const { settings, files } = configurationOf(resource);
    for (const { field, name, does } of switchesIn(settings, loginSwitches))
      report(field, `${capitalized(does)}: ${name} of ${resource.label}.`);
    for (const { name, text, field } of files)
      for (const { does } of linesIn(name, text, loginLines).slice(0, 1))
        report({ anchor: field.anchorOfKey, path: field.path }, `${capitalized(does)}: ${name} of ${resource.label}.`);
  },
});
