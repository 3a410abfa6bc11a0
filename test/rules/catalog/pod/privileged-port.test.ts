import rule from '../../../../rules/catalog/pod/privileged-port.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('up to 1023')(container`
    ports:
      - containerPort: 1023
    #                  ^^^^ privileged-port
      - containerPort: 1024
  `);

  clean('what is no port')(container`
    ports:
      - containerPort: 0
      - containerPort: http
  `);
});
