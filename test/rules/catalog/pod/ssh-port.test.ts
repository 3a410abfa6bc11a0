import rule from '../../../../rules/catalog/pod/ssh-port.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'port 22',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - containerPort: 22
      #                      ^^ ssh-port
              name: ssh
    `,
  );

  clean(
    'other ports and protocols',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - containerPort: 2222
            - containerPort: 22
              protocol: SCTP
    `,
  );
});
