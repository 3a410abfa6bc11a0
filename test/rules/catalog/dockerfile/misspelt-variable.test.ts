import rule from '../../../../rules/catalog/dockerfile/misspelt-variable.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('in both spellings')(debian`
    ENV TARGET_DIR=/srv
    COPY a $TARGET_DRI/
    #       ^^^^^^^^^^ misspelt-variable 💡
    VOLUME \${TARGTE_DIR}
    #        ^^^^^^^^^^ misspelt-variable 💡
  `);

  fix('corrects it')(debian`
      ENV TARGET_DIR=/srv
    - WORKDIR $TARGET_DRI
    + WORKDIR $TARGET_DIR
  `);

  clean('variables of the base image, of the shell, of the build')(debian`
    ENV TARGET_DIR=/srv PATHS=1
    ENV PATH=$PATH:/opt
    RUN echo $TARGET_DRI
    LABEL a=$TARGETARCH b=\$TARGET_DRI
  `);
});
