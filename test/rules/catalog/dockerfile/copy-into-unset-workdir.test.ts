import rule from '../../../../rules/catalog/dockerfile/copy-into-unset-workdir.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('no directory above it')(debian`
    COPY a b
    #      ^ copy-into-unset-workdir
  `);

  clean('absolute, unknown, or below what the file states')(debian`
    COPY a /b
    COPY a "C:\\b"
    COPY a \${TARGET}
    WORKDIR /app
    COPY a b
  `);
});
