import rule from '../../../rules/dockerfile/shell-form-command.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'words, and what needs the shell',
    dockerfile`
      FROM debian:13-slim
      CMD node server.js
      #<-- shell-form-command 💡
      ENTRYPOINT node $MAIN
      #<--------- shell-form-command
    `,
  );

  clean(
    'JSON, and exec',
    dockerfile`
      FROM debian:13-slim
      CMD ["node"]
      ENTRYPOINT exec node server.js
      RUN make
    `,
  );

  fix(
    'quotes and all',
    dockerfile`
      FROM debian:13-slim
      CMD node server.js --name 'the shop'
    `,
    dockerfile`
      FROM debian:13-slim
      CMD ["node", "server.js", "--name", "the shop"]
    `,
  );
});
