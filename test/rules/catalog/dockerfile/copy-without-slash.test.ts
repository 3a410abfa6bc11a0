import rule from '../../../../rules/catalog/dockerfile/copy-without-slash.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('the destination')(debian`
    COPY a b /srv/app
    #        ^^^^^^^^ copy-without-slash 💡
    COPY a b "app"
    #        ^^^^^ copy-without-slash
  `);

  clean('directories, and one source')(debian`
    COPY a b ./
    COPY a b .
    COPY a b
    COPY a b $TARGET
  `);

  fix('at its end')(dockerfile`
      FROM debian:13-slim
    - COPY --chown=1:1 a b app
    + COPY --chown=1:1 a b app/
  `);

  clean('a heredoc is one source')(debian`
    COPY <<EOF /etc/app.conf
    a
    EOF
  `);

  fix('two heredocs are two')(
    { language: 'dockerfile', text: 'FROM debian:13-slim\nCOPY <<a <<b /etc/app\n1\na\n2\nb\n' },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nCOPY <<a <<b /etc/app/\n1\na\n2\nb\n' },
  );
});
