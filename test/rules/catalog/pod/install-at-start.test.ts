import rule from '../../../../rules/catalog/pod/install-at-start.ts';
import { yaml } from '../../../../rules/contract/example.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('by any manager, and by a script from the network')(container`
    command: [sh, -c, "apk add --no-cache curl; exec server"]
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ install-at-start "Installs by apk when it starts: container web"
  `);

  check('by micromamba')(container`
    command: [sh, -c, "micromamba install -y -n base numpy && python app.py"]
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ install-at-start "by micromamba"
  `);

  check('a script from the network')(container`
    command: [/bin/sh, -c]
    args: ["curl -fsSL https://example.com/run.sh | sh"]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ install-at-start "script from the network"
  `);

  clean('what only looks like it')(container`
    command: [sh, -c, "echo pip install flask; npm run start; curl -o x https://example.com/x"]
  `);

  clean('a script that the image holds')(container`command: [sh, start.sh]`);

  check('the script of a template of Argo Workflows')(yaml`
    apiVersion: argoproj.io/v1alpha1
    kind: Workflow
    metadata: {name: sync}
    spec:
      templates:
        - name: sync
          script:
            image: registry.example.com/tools:1
            command: [bash]
            source: |
    #       ^^^^^^ install-at-start "Installs by apt-get when it starts"
              set -e
              apt-get update
              apt-get install -y jq
  `);

  check('what an image puts over its own files')(pod`
    containers:
      - name: sonarr
        image: lscr.io/linuxserver/sonarr:4.0.16
        env:
          - name: DOCKER_MODS
            value: linuxserver/mods:sonarr-striptracks
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ install-at-start "as root"
  `);

  check('the script of a step of Tekton')(yaml`
    apiVersion: tekton.dev/v1
    kind: Task
    metadata: {name: sync}
    spec:
      steps:
        - name: sync
          image: registry.example.com/tools:1
          script: "apk add jq"
          #       ^^^^^^^^^^^^ install-at-start "Installs by apk when it starts"
        - name: check
          image: registry.example.com/tools:1
          script: |
            #!/usr/bin/env python3
            print("apk add jq")
  `);
});
