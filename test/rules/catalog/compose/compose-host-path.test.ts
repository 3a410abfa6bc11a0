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
