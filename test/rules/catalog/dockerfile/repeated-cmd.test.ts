import rule from '../../../../rules/catalog/dockerfile/repeated-cmd.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ clean, fix }) => {
  clean('one in each stage')(debian`
    CMD ["true"]
    ONBUILD CMD ["false"]
    FROM debian:13-slim
    CMD ["false"]
  `);

  fix('without the earlier one and what speaks of it')(dockerfile`
      FROM debian:13-slim
    - # first
    - CMD ["true"]
      USER 1000
      CMD ["false"]
  `);

  fix('comments that head several, stand apart, or were instructions stay')(
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\n\n# how it starts\n\n# CMD ["old"]\n# the first\nCMD ["a"]\n\n# for both\nCMD ["b"]\nCMD ["c"]\n',
    },
    {
      language: 'dockerfile',
      text: 'FROM debian:13-slim\n\n# how it starts\n\n# CMD ["old"]\n\n# for both\nCMD ["b"]\nCMD ["c"]\n',
    },
  );
});
