import rule from '../../../../rules/catalog/pod/ssh-port.ts';
import { container, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('port 22')(container`
    ports:
      - containerPort: 22
    #                  ^^ ssh-port
        name: ssh
  `);

  clean('other ports and protocols')(container`
    ports:
      - containerPort: 2222
      - containerPort: 22
        protocol: SCTP
  `);
});
