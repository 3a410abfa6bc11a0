import { service } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { installedAtStart, modsOf } from '../../model/program/installs.ts';

export default defineRule({
  id: 'compose-install-at-start',
  subject: 'service',
  severity: 'medium',
  profile: 'recommended',
  title: 'Service installs programs when it starts',
  why: 'What runs is whatever the network has that day, unscanned, and it is mostly installed as root; whoever takes over a package or a mod is in at the next start.',
  remedy: 'Build an image that has them, and let the service start the program alone.',
  ignoreWhen: 'It is for trying things out.',
  examples: {
    bad: [
      service`command: sh -c "pip install flask && python app.py"`,
      service`
        environment:
          - DOCKER_MODS=linuxserver/mods:universal-package-install
      `,
    ],
    good: [service`command: python app.py`, service`ports: ['127.0.0.1:8080:80']`],
  },

  check(subject, report) {
    for (const command of [subject.at('entrypoint'), subject.at('command')]) {
      const program = installedAtStart(command);
      if (program !== undefined) report(command, `Installs by ${program} when it starts: service ${subject.name}.`);
    }
    for (const { name, value, field } of subject.variables)
      for (const mod of modsOf(name, value).slice(0, 1))
        report(field, `Runs the mod ${mod} as root: service ${subject.name}.`, undefined, [], {
          cause: { key: name, within: 'scan' },
        });
  },
});
