import { container } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { programOf } from '../../model/dockerfile/shell.ts';
import { startScriptOf } from '../../model/kubernetes/command-line.ts';
import { installerIn, modsOf } from '../../model/program/installs.ts';

export default defineRule({
  id: 'install-at-start',
  subject: 'container',
  severity: 'medium',
  profile: 'recommended',
  title: 'Container installs packages when it starts',
  why: 'What runs is whatever the package index has that day, unscanned; whoever takes over a package is in at the next restart. The container needs the internet and a writable root filesystem.',
  remedy: 'Install the packages in the image, and let the container start the program alone.',
  ignoreWhen: 'It is a pod for trying things out.',
  examples: {
    bad: [
      container`command: [sh, -c, "pip install flask && python app.py"]`,
      container`
        command: [/bin/bash, -ec]
        args:
          - |
            apt-get update
            apt-get install -y curl
            exec server
      `,
    ],
    good: [container`command: [sh, -c, "pip check && python app.py"]`, container`command: [python, app.py]`],
  },

  check(subject, report) {
    for (const item of subject.at('env').items) {
      const value = item.at('value');
      for (const mod of modsOf(item.at('name').string ?? '', value.string ?? '').slice(0, 1))
        report(value, `Runs the mod ${mod} as root: ${subject.label}.`);
    }
    const script = startScriptOf(subject);
    const install = script === undefined ? undefined : installerIn(script.commands);
    if (script !== undefined && install !== undefined) {
      report(script.field, `Installs by ${install} when it starts: ${subject.label}.`);
      return;
    }
    const piped = script?.commands.find(
      (command) =>
        /^(?:ba|da|z|k)?sh$/.test(programOf(command) ?? '') &&
        command.pipedFrom !== undefined &&
        /^(?:curl|wget)$/.test(programOf(command.pipedFrom) ?? ''),
    );
    if (script !== undefined && piped !== undefined)
      report(script.field, `Runs a script from the network when it starts: ${subject.label}.`);
  },
});
