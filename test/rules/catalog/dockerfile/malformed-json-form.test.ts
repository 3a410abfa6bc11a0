import rule from '../../../../rules/catalog/dockerfile/malformed-json-form.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('what looks like one')(debian`
    CMD ['node', 'a.js']
    #   ^^^^^^^^^^^^^^^^ malformed-json-form 💡
    ENTRYPOINT ["a" "b"]
    #          ^^^^^^^^^ malformed-json-form
  `);

  clean('JSON, and a test of the shell')(debian`
    CMD ["node"]
    RUN [ "$A" = b ] || true
  `);

  fix('quotes and commas')(dockerfile`
      FROM debian:13-slim
    - CMD ['node', 'a.js',]
    + CMD ["node", "a.js"]
  `);

  fix('keeps lines and comments')(
    debian`
      CMD ['a', \
        # why
        'b',]
    `,
    debian`
      CMD ["a", \
        # why
        "b"]
    `,
  );
});
