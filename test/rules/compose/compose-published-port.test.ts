import rule from '../../../rules/compose/compose-published-port.ts';
import { compose, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'short, and any address said',
    compose`
      services:
        web:
          image: nginx:1.29
          ports:
            - '5432:5432'
      #       ^^^^^^^^^^^ compose-published-port 💡
            - "0.0.0.0:6379:6379"
      #       ^^^^^^^^^^^^^^^^^^^ compose-published-port
            - '80:80'
    `,
  );

  clean(
    'this machine alone, and what is for everybody',
    compose`
      services:
        web:
          image: nginx:1.29
          ports:
            - '127.0.0.1:5432:5432'
            - '8080:80'
    `,
  );

  fix(
    'on this machine',
    compose`
      services:
        web:
          image: nginx:1.29
          ports:
            - '5432:5432'
    `,
    compose`
      services:
        web:
          image: nginx:1.29
          ports:
            - '127.0.0.1:5432:5432'
    `,
  );
});
