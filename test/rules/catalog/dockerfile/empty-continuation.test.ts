import rule from '../../../../rules/catalog/dockerfile/empty-continuation.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('with blanks in it')(dockerfile`
    FROM debian:13-slim
    RUN make \
      
    #<- empty-continuation 💡
      all
  `);

  fix('takes it away')(
    dockerfile`
      FROM debian:13-slim
      RUN make \

        all
    `,
    dockerfile`
      FROM debian:13-slim
      RUN make \
        all
    `,
  );

  clean('in a heredoc, and between instructions')(dockerfile`
    FROM debian:13-slim
    RUN <<EOF
    make

    make all
    EOF

    RUN make
  `);
});
