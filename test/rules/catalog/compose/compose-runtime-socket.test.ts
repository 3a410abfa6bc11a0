import rule from '../../../../rules/catalog/compose/compose-runtime-socket.ts';
import { compose, files, service, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the short form')(service`
    volumes:
      - /var/run/docker.sock:/sock:ro
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-runtime-socket 💡
      - /srv:/srv
  `);

  check('the folder that it lies in, for reading alone')(service`
    volumes:
      - /var/run:/var/run:ro
    #   ^^^^^^^^^^^^^^^^^^^^ compose-runtime-socket 💡 "whose socket lies in /var/run: service"
      - /run/:/host/run
    #   ^^^^^^^^^^^^^^^ compose-runtime-socket 💡
      - /run/lock:/run/lock
  `);

  clean('other sockets')(service`volumes: ['/srv/app.sock:/sock']`);

  fix('without the entry')(service`
      volumes:
    -   - /run/docker.sock:/sock
        - /srv:/srv
  `);

  check('behind variables, by .env and by defaults')(files`
    === .env
    # where the engine listens
    export ENGINE="/var/run/docker.sock"
    === compose.yaml
    services:
      proxy:
        image: registry.example.com/edge-proxy:4.2.0
        volumes:
          - \${ENGINE}:/engine.sock:ro
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ compose-runtime-socket 💡
          - \${OTHER:-/run/\${KIND-docker}.sock}:/engine.sock
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-runtime-socket 💡
          - /var/run/docker.sock:\${INSIDE}
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-runtime-socket 💡
  `);

  clean('variables that nothing sets, or that lead elsewhere')(files`
    === other/.env
    ENGINE=/var/run/docker.sock
    === compose.yaml
    services:
      proxy:
        image: registry.example.com/edge-proxy:4.2.0
        volumes:
          - \${ENGINE}:/engine.sock
          - \${DATA:-./data}:/data
          - \${ENGINE:?set it}:/other.sock
          - $\${ENGINE}:/third.sock
  `);

  check('what starts machines with the disks of the host')(compose`
    services:
      panel:
        image: registry.example.com/panel:1.0.0
        volumes:
          - /run/libvirt/libvirt-sock:/run/libvirt/libvirt-sock
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-runtime-socket 💡 "May command libvirt"
  `);
});
