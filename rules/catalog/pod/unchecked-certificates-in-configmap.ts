import { yaml } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { certificateSwitches } from '../../data/certificate-switches.ts';
import { certificateLines } from '../../data/program-lines.ts';
import { configurationOf, linesIn } from '../../model/program/lines.ts';
import { switchesIn } from '../../model/program/switches.ts';
import { capitalized } from '../../text/capitalized.ts';

export default defineRule({
  id: 'unchecked-certificates-in-configmap',
  subject: 'resource',
  severity: 'medium',
  profile: 'recommended',
  title: 'Configuration turns certificate checks off',
  why: 'Whoever answers in place of the server, by a wrong name or a hop between, reads and changes what is sent.',
  remedy: 'Remove the switch; give the program the authority of the server.',
  ignoreWhen: 'Nothing but a test runs with it.',
  examples: {
    bad: [
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          NODE_TLS_REJECT_UNAUTHORIZED: "0"
      `,
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          daemon.json: |
            {
              "insecure-registries": ["registry.example.com:5000"]
            }
      `,
    ],
    good: [
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          NODE_TLS_REJECT_UNAUTHORIZED: "1"
      `,
      yaml`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          agent.yaml: |
            tls_config:
              ca_file: /etc/ca.pem
      `,
    ],
  },

  check(resource, report) {
    const { settings, files } = configurationOf(resource);
    for (const { field, name, does } of switchesIn(settings, certificateSwitches))
      report(field, `${capitalized(does)}: ${name} of ${resource.label}.`);
    for (const { name, text, field } of files)
      for (const { does } of linesIn(name, text, certificateLines).slice(0, 1))
        report({ anchor: field.anchorOfKey, path: field.path }, `${capitalized(does)}: ${name} of ${resource.label}.`);
  },
});
