import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/password-in-run.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

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

  check('a text that is no hash fits no password')(debian`
    RUN useradd -l -p secret app && usermod --password='secret' app
    #   ^^^^^^^ password-in-run "Sets a text that fits no password, since useradd takes a hash"
    #                               ^^^^^^^ password-in-run "Sets a text that fits no password, since usermod takes a hash"
    RUN useradd -p '$6$Qw7$0kZ' a && useradd -p "$(openssl passwd -1 x)" b && useradd -p '' c && usermod -p ab1cdEFghIJkl d
    #   ^^^^^^^ password-in-run "Sets a password"
    #                                ^^^^^^^ password-in-run "Sets a password"
    #                                                                         ^^^^^^^ password-in-run "Sets a password"
    #                                                                                            ^^^^^^^ password-in-run "Sets a password"
  `);
});

it('a text that fits no password weighs little', () => {
  const of = (value: string): string | undefined => {
    const scope = new Scope([rule], {
      language: 'dockerfile',
      text: `FROM debian:13-slim\nRUN useradd -p '${value}' a\n`,
    });
    return scope.findings[0]?.severity;
  };
  assert.equal(of('secret'), 'low');
  assert.equal(of('$6$Qw7$0kZ'), 'high');
});
