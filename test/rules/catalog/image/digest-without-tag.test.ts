import rule from '../../../../rules/catalog/image/digest-without-tag.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('a digest alone')(pod`
    containers:
      - name: web
        image: nginx@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ digest-without-tag
  `);

  clean('a digest that is cut off is another mistake')(pod`
    containers:
      - name: web
        image: nginx@sha256:abc
  `);
});
