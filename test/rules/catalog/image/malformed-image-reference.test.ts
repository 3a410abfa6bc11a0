import rule from '../../../../rules/catalog/image/malformed-image-reference.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('capitals and second tags')(pod`
    containers:
      - name: web
        image: registry.example.com/Shop/web:1.0
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ malformed-image-reference
      - name: log
        image: busybox:1:2
    #          ^^^^^^^^^^^ malformed-image-reference
  `);

  clean('ports, digests, templates, what is to be filled in')(pod`
    containers:
      - name: todo
        image: <your-image>
      - name: later
        image: IMAGE_NAME
      - name: web
        image: localhost:5000/web:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      - name: log
        image: {{ .Values.image }}
  `);
});
