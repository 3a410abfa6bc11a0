import rule from '../../../../rules/catalog/dockerfile/shell-form-command.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('words, and what needs the shell')(debian`
    CMD node server.js
    #<-- shell-form-command 💡
    ENTRYPOINT node $MAIN
    #<--------- shell-form-command
  `);

  clean('JSON, and exec')(debian`
    CMD ["node"]
    ENTRYPOINT exec node server.js
    RUN make
  `);

  fix('quotes and all')(dockerfile`
      FROM debian:13-slim
    - CMD node server.js --name 'the shop'
    + CMD ["node", "server.js", "--name", "the shop"]
  `);

  refuses(
    'arguments that nobody reads now',
    /arguments/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nENTRYPOINT java -jar app.jar\nCMD ["--help"]\n' });

  refuses(
    'an entrypoint that takes one text',
    /one text/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nENTRYPOINT ["/bin/sh", "-c"]\nCMD node server.js\n' });

  refuses(
    'what the shell runs itself',
    /shell/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nCMD source env.sh\n' });

  refuses(
    'comments between its lines',
    /Comments/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nCMD node \\\n  # ours\n  server.js\n' });
});
