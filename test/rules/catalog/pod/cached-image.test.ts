import rule from '../../../../rules/catalog/pod/cached-image.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

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

  fix('asks')(
    container`
      imagePullPolicy: Never
    `,
    container`
      imagePullPolicy: Always
    `,
  );
});
