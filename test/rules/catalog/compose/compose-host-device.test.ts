import rule from '../../../../rules/catalog/compose/compose-host-device.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('disks in either form')(compose`
    services:
      smart:
        image: registry.example.com/smart:1.0.0
        devices:
          - /dev/nvme0n1:/dev/disk:r
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ compose-host-device "a disk"
          - /dev:/dev
    #       ^^^^^^^^^ compose-host-device "every device"
  `);

  clean('devices that are none')(compose`
    services:
      smart:
        image: registry.example.com/smart:1.0.0
        devices:
          - /dev/snd:/dev/snd
          - /dev/null
  `);
});
