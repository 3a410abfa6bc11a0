import rule from '../../../../rules/catalog/dockerfile/password-in-run.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('each program')(debian`
    RUN passwd -d root
    #   ^^^^^^ password-in-run
    RUN usermod --password x root
    #   ^^^^^^^ password-in-run
  `);

  clean('accounts without one')(debian`
    RUN passwd --lock root
    RUN useradd -m app
  `);

  check('in an address, unless it is known to nobody')(dockerfile`
    FROM python:3.13-slim
    RUN pip install --index-url https://ci:n0t-a-real-one-7@pypi.example.com/simple flask==3.1.0
    #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ password-in-run
    RUN pip install --index-url "https://ci:$(cat /run/secrets/index)@pypi.example.com/simple" flask==3.1.0
    RUN git clone https://git@git.example.com/a.git && curl http://[::1]:8080/
  `);

  clean('an address of the machine itself, or one to fill in')(debian`
    RUN psql postgres://app:f7Kq29xLw0@localhost/app
    RUN curl https://user:password@example.com/
  `);
});
