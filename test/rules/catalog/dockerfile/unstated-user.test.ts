import rule from '../../../../rules/catalog/dockerfile/unstated-user.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('a base that no table knows')(dockerfile`
    FROM registry.example.com/base:1
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unstated-user 💡 "Has no USER, and the user of registry.example.com/base:1 is not known"
    CMD ["/app"]
  `);

  clean('a base that is known, either way')(dockerfile`
    FROM gcr.io/distroless/static:nonroot AS a
    FROM debian:13
  `);

  fix('a bare number, since nothing is known of its tools')(dockerfile`
      FROM registry.example.com/base:1
    + USER 10001:10001
      CMD ["/app"]
  `);
});
