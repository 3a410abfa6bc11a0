import rule from '../../../../rules/catalog/dockerfile/malformed-json-form.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('what looks like one')(dockerfile`
    FROM debian:13-slim
    CMD ['node', 'a.js']
    #   ^^^^^^^^^^^^^^^^ malformed-json-form 💡
    ENTRYPOINT ["a" "b"]
    #          ^^^^^^^^^ malformed-json-form
  `);

  clean('JSON, and a test of the shell')(dockerfile`
    FROM debian:13-slim
    CMD ["node"]
    RUN [ "$A" = b ] || true
  `);

  fix('quotes and commas')(dockerfile`
      FROM debian:13-slim
    - CMD ['node', 'a.js',]
    + CMD ["node", "a.js"]
  `);

  fix('keeps lines and comments')(
    dockerfile`
      FROM debian:13-slim
      CMD ['a', \
        # why
        'b',]
    `,
    dockerfile`
      FROM debian:13-slim
      CMD ["a", \
        # why
        "b"]
    `,
  );
});
