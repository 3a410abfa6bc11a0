import rule from '../../../../rules/catalog/compose/compose-runtime-socket.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the short form')(compose`
    services:
      web:
        image: nginx:1.29
        volumes:
          - /var/run/docker.sock:/sock:ro
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-runtime-socket 💡
          - /srv:/srv
  `);

  clean('other sockets')(compose`
    services:
      web:
        image: nginx:1.29
        volumes: ['/srv/app.sock:/sock']
  `);

  fix('without the entry')(compose`
      services:
        web:
          image: nginx:1.29
          volumes:
    -       - /run/docker.sock:/sock
            - /srv:/srv
  `);
});
