import rule from '../../../../rules/catalog/compose/compose-install-at-start.ts';
import { compose, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by conda and its like, and nothing where they only run something')(compose`
    services:
      lab:
        image: continuumio/anaconda3:2025.06-1
        command:
    #   ^^^^^^^ compose-install-at-start "Installs by conda"
          - /bin/bash
          - -c
          - conda install -c conda-forge jupyterlab -y --quiet && jupyter lab --port=8888
      run:
        image: continuumio/anaconda3:2025.06-1
        command: bash -c "conda run -n app python app.py"
  `);

  check('in a shell of its own, in one that is the entrypoint, and by mods')(compose`
    services:
      a:
        image: python:3.14
        command: ["bash", "-ec", "apt-get update && apt-get install -y curl && exec server"]
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-install-at-start "by apt-get"
      b:
        image: node:24
        entrypoint: ["/bin/sh", "-c"]
        command: ["npm install -g serve && serve"]
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-install-at-start "by npm"
      c:
        image: lscr.io/linuxserver/sonarr:4.0.16
        environment:
          DOCKER_MODS: ghcr.io/themepark-dev/theme.park:sonarr|linuxserver/mods:sonarr-striptracks
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ compose-install-at-start "Runs the mod ghcr.io/themepark-dev/theme.park:sonarr"
  `);

  clean('what starts a program, and mods that somebody else names')(compose`
    services:
      a:
        image: python:3.14
        command: python -m pip list
      b:
        image: node:24
        command: npm start
      c:
        image: lscr.io/linuxserver/sonarr:4.0.16
        environment:
          DOCKER_MODS: \${MODS}
          OTHER: linuxserver/mods:x
  `);
});
