import rule from '../../../../rules/catalog/dockerfile/git-directory-copied.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean }) => {
  check('in any spelling')(debian`
    COPY a ./.git /app/
    #      ^^^^^^ git-directory-copied
  `);

  clean('a repository elsewhere, and a stage that only builds')(dockerfile`
    FROM debian:13 AS build
    COPY .git /src/.git
    FROM debian:13
    ADD https://example.com/a/.git /src
    COPY --from=build /src/out /out
  `);
});
