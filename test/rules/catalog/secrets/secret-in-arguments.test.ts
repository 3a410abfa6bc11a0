import rule from '../../../../rules/catalog/secrets/secret-in-arguments.ts';
import { container, pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in one word, in two, in a script')(pod`
    containers:
      - name: web
        image: nginx:1.29
        args:
          - --db-password=f7Kq29xLw0d
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ secret-in-arguments
          - --api-token
          - f7Kq29xLw0d81aZ
    #       ^^^^^^^^^^^^^^^ secret-in-arguments
      - name: log
        image: busybox:1.37
        command:
          - sh
          - -c
          - curl https://shop:f7Kq29xLw0d@db.example.com
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secret-in-arguments
  `);

  clean('variables, files, switches')(container`
    args: [--token-ttl=60s, --password, $(PASSWORD), --secret-name, web-tls, --no-password, --password-file, /x]
  `);
});
