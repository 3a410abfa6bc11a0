import rule from '../../../../rules/catalog/pod/cached-image.ts';
import { container, files, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('said, and by default')(pod`
    containers:
      - name: web
        image: nginx:1.29
        imagePullPolicy: IfNotPresent
    #                    ^^^^^^^^^^^^ cached-image 💡
      - name: log
    #         ^^^ cached-image 💡
        image: busybox:1.37
  `);

  clean('polaris: latest and digests are asked for anyway')(pod`
    containers:
      - name: web
        image: nginx
      - name: log
        image: busybox@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        imagePullPolicy: IfNotPresent
  `);

  fix('asks')(container`imagePullPolicy: Never`, container`imagePullPolicy: Always`);

  clean('an image that Skaffold builds')(files`
    === skaffold.yaml
    apiVersion: skaffold/v4beta11
    kind: Config
    build:
      artifacts:
        - image: till
    === k8s/pod.yaml
    apiVersion: v1
    kind: Pod
    metadata:
      name: till
    spec:
      containers:
        - name: till
          image: till
          imagePullPolicy: IfNotPresent
  `);
});
