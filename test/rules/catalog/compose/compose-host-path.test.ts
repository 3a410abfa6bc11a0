import rule from '../../../../rules/catalog/compose/compose-host-path.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the short form')(compose`
    services:
      web:
        image: nginx:1.29
        volumes:
          - /etc:/x
    #       ^^^^^^^ compose-host-path 💡
          - ./src:/src
  `);

  clean('for reading, and folders of the project')(compose`
    services:
      web:
        image: nginx:1.29
        volumes: ['/etc:/x:ro', 'etc:/y']
  `);

  fix('for reading')(compose`
      services:
        web:
          image: nginx:1.29
          volumes:
    -       - /etc:/x
    +       - /etc:/x:ro
  `);

  check('what is kept in a home under a dot, and homes as a whole')(compose`
    services:
      web:
        image: nginx:1.29
        volumes:
          - /home/0:/a
    #       ^^^^^^^^^^ compose-host-path 💡
          - /home/0/.ssh/keys:/b
    #       ^^^^^^^^^^^^^^^^^^^^ compose-host-path 💡
          - /home/0/app/.config:/c
    #       ^^^^^^^^^^^^^^^^^^^^^^ compose-host-path 💡
          - /root:/d
    #       ^^^^^^^^ compose-host-path 💡
          - /home/0/data:/e
          - /home/0/web/acme.json:/f
          - /root/web/data:/g
  `);

  clean('a lock')(compose`
    services:
      web:
        image: nginx:1.29
        volumes: ['/run/xtables.lock:/run/xtables.lock']
  `);

  check('the disk holds what is below it')(compose`
    services:
      meter:
        image: registry.example.com/meter:2.0.0
        volumes:
          - /proc:/host/proc:ro
          - /:/rootfs:ro
    #       ^^^^^^^^^^^^ compose-host-path
      other:
        image: registry.example.com/meter:2.0.0
        volumes:
          - /proc:/host/proc:ro
    #       ^^^^^^^^^^^^^^^^^^^ compose-host-path
  `);

  check('all of the disk, even for reading')(compose`
    services:
      meter:
        image: registry.example.com/meter:2.0.0
        volumes:
          - /:/rootfs:ro
    #       ^^^^^^^^^^^^ compose-host-path "read all"
          - /etc/localtime:/etc/localtime:ro
  `);
});
