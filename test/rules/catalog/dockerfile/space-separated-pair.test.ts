import rule from '../../../../rules/catalog/dockerfile/space-separated-pair.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('values with and without quotes')(debian`
    ENV A b
    #   ^ space-separated-pair 💡
    LABEL c "d e" f
    #     ^ space-separated-pair
    LABEL d "e f"
    #     ^ space-separated-pair 💡
  `);

  clean('with the sign')(debian`
    ENV A=b
    LABEL c="d e"
    ARG X
  `);

  fix('with quotes where it has blanks')(dockerfile`
      FROM debian:13-slim
    - ENV A b c
    + ENV A="b c"
  `);

  fix('with its lines and its variables')(
    { language: 'dockerfile', text: 'FROM debian:13-slim\nENV OPTIONS -a \\\n    -b $HOME\n' },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nENV OPTIONS="-a \\\n    -b $HOME"\n' },
  );

  fix('over a line')(
    { language: 'dockerfile', text: 'FROM debian:13-slim\nENV A \\\n    b\n' },
    { language: 'dockerfile', text: 'FROM debian:13-slim\nENV A=b\n' },
  );

  refuses(
    'a comment in between',
    /comment/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nENV A \\\n    # why\n    b\n' });

  refuses('an escape', /escapes/)({ language: 'dockerfile', text: 'FROM debian:13-slim\nENV A b\\\\ c\n' });

  for (const value of ['"Jane Doe <jane@example.com>"', "'a b'", 'a\\ b', '"$HOME/a b"c', '${A:-"b c"}'])
    fix(`one word with quotes or escapes: ${value}`)(
      { language: 'dockerfile', text: `FROM debian:13-slim\nLABEL a ${value}\n` },
      { language: 'dockerfile', text: `FROM debian:13-slim\nLABEL a=${value}\n` },
    );

  refuses(
    'a backslash that is no escape of the file',
    /escapes/,
  )({ language: 'dockerfile', text: '# escape=`\nFROM debian:13-slim\nENV a c:\\ d\n' });
});
