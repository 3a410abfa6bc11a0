import rule from '../../../../rules/catalog/dockerfile/cd-in-run.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  clean('anywhere else')(debian`
    RUN make && (cd /app; ls)
    RUN echo cd
    WORKDIR /app
  `);

  check('at the end')(dockerfile`
    FROM gcc:15
    RUN make -C /src install && cd /srv
    #                           ^^ cd-in-run
  `);

  check('once in a RUN that comes back')(dockerfile`
    FROM gcc:15
    RUN cd /src && make install && cd ..
    #   ^^ cd-in-run
  `);
});
