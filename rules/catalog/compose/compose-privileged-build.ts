import { compose } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';

export default defineRule({
  id: 'compose-privileged-build',
  subject: 'service',
  severity: 'high',
  profile: 'recommended',
  fix: 'review',
  title: 'Build runs with all rights of its host',
  why: 'Every command of the Dockerfile, and every package that it installs, may change the machine that builds: its disks, its kernel, other builds.',
  remedy: 'Remove the line; mount caches and secrets with `RUN --mount`.',
  ignoreWhen: 'The builder is a virtual machine of its own that is thrown away.',
  examples: {
    bad: [
      compose`
        services:
          web:
            build:
              context: .
      -       privileged: true
      `,
      compose`
        services:
          web:
            build:
              context: .
              entitlements:
                - security.insecure
      `,
    ],
    good: [
      compose`
        services:
          web:
            build: .
      `,
      compose`
        services:
          web:
            build:
              context: .
              privileged: false
              entitlements: []
      `,
    ],
  },

  check(service, report) {
    const privileged = service.at('build', 'privileged');
    if (privileged.is(true) || service.known(privileged) === 'true')
      report(privileged, `Builds with all rights of its host: service ${service.name}.`, () => ({
        title: 'Build without privileges',
        consequence: 'what needs devices of the host stops working',
        changes: [privileged.remove()],
        assumes: 'no RUN of it needs the machine',
      }));
    // Source: Docker documentation, "Build entitlements": RUN --security=insecure needs it.
    for (const { text, field } of service.at('build', 'entitlements').strings)
      if (text === 'security.insecure')
        report(field, `May build with all rights of its host: service ${service.name}.`, () => ({
          title: 'Do not allow it',
          consequence: 'RUN --security=insecure stops working',
          changes: [field.remove()],
          assumes: 'no RUN of it asks for that',
        }));
  },
});
