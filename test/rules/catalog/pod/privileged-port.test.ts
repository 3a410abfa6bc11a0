import rule from '../../../../rules/catalog/pod/privileged-port.ts';
import { pod, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check(
    'up to 1023',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - containerPort: 1023
      #                      ^^^^ privileged-port
            - containerPort: 1024
    `,
  );

  clean(
    'what is no port',
    pod`
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - containerPort: 0
            - containerPort: http
    `,
  );
});
