import { besideServicePrivileges } from '../../contract/beside-privileges.ts';
import { compose } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { rawDeviceAt } from '../../data/host-paths.ts';

export default defineRule({
  id: 'compose-host-device',
  subject: 'service',
  severity: 'high',
  profile: 'recommended',
  title: 'Service has a disk or the memory of the host',
  why: 'It reads and writes the disk or memory below every file permission, including the keys and passwords of the host.',
  remedy: 'Mount the folder that is needed, or name the one device that is not a disk.',
  examples: {
    bad: [
      compose`
        services:
          smart:
            image: registry.example.com/smart:1.0.0
            devices:
              - /dev/sda:/dev/sda
      `,
      compose`
        services:
          probe:
            image: registry.example.com/probe:1.0.0
            devices:
              - source: /dev/mem
                target: /dev/mem
      `,
    ],
    good: [
      compose`
        services:
          player:
            image: registry.example.com/player:1.0.0
            devices:
              - /dev/dri/renderD128:/dev/dri/renderD128
      `,
      compose`
        services:
          player:
            image: registry.example.com/player:1.0.0
            devices:
              - /dev/ttyUSB0
      `,
    ],
  },

  check(service, report) {
    for (const { path, field } of service.devices) {
      const what = rawDeviceAt(path);
      if (what !== undefined)
        report(
          field,
          `Has ${path}, ${what} of the host: service ${service.name}.`,
          undefined,
          [],
          besideServicePrivileges(service),
        );
    }
  },
});
