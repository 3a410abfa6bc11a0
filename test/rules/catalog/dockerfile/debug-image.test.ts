import rule from '../../../../rules/catalog/dockerfile/debug-image.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check('of Distroless')(dockerfile`
    FROM gcr.io/distroless/java21-debian12:debug-nonroot
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ debug-image 💡
  `);

  check('of Chainguard')(dockerfile`
    FROM cgr.dev/chainguard/node:latest-dev
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ debug-image
  `);

  fix('takes the plain one')(
    dockerfile`FROM gcr.io/distroless/java21-debian12:debug-nonroot`,
    dockerfile`FROM gcr.io/distroless/java21-debian12:nonroot`,
  );

  clean('of others the name means something else')(dockerfile`FROM registry.example.com/app:1-dev`);
});
