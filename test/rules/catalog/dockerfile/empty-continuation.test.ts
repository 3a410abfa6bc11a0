import rule from '../../../../rules/catalog/dockerfile/empty-continuation.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('with blanks in it')(debian`
    RUN make \
      
    #<- empty-continuation 💡
      all
  `);

  fix('takes it away')(
    debian`
      RUN make \

        all
    `,
    debian`
      RUN make \
        all
    `,
  );

  clean('in a heredoc, and between instructions')(debian`
    RUN <<EOF
    make

    make all
    EOF

    RUN make
  `);
});
