import rule from '../../../../rules/catalog/dockerfile/self-referencing-env.ts';
import { debian, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('one that the line itself sets')(debian`
    ENV A=1 B="$A/bin"
    #         ^^^^^^^^ self-referencing-env
  `);

  clean('text, other names, and what was set above')(debian`
    ENV A=1 B='$A' C=$AB
    ENV PATH=/a:$PATH
    ENV X=1
    ENV X=2 Y=$X
  `);

  check('a name that is set twice')(debian`
    ENV PATH=/opt/one/bin:$PATH PATH=/opt/two/bin:$PATH
    #   ^^^^ self-referencing-env "Set again in this line, where only the last value counts: PATH"
  `);
});
