import rule from '../../../../rules/catalog/pod/implied-pull-policy.ts';
import { files, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('no tag, and latest')(pod`
    containers:
      - name: web
    #         ^^^ implied-pull-policy 💡
        image: nginx
      - name: log
    #         ^^^ implied-pull-policy 💡
        image: busybox:latest
  `);

  clean('a policy, a tag, a digest')(pod`
    containers:
      - name: web
        image: nginx
        imagePullPolicy: IfNotPresent
      - name: log
        image: busybox:1.37
      - name: pinned
        image: busybox@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  `);

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
  `);
});
