import rule from '../../../rules/dockerfile/world-writable-mode.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'in digits and in letters',
    dockerfile`
      FROM debian:13-slim
      COPY --chmod=777 run.sh /
      #            ^^^ world-writable-mode 💡
      RUN chmod -R a+rwx /app; chmod 0666 /x
      #            ^^^^^ world-writable-mode 💡
      #                              ^^^^ world-writable-mode 💡
    `,
  );

  clean(
    'the owner, the group, the sticky bit',
    dockerfile`
      FROM debian:13-slim
      RUN chmod 775 /app && chmod u+w,g+w /x && chmod 1777 /tmp && chmod +x /run.sh && chmod o-w /y
      COPY --chmod=755 run.sh /
    `,
  );

  fix(
    'keeps reading and running',
    dockerfile`
      FROM debian:13-slim
      RUN chmod -R a+rwX /app
    `,
    dockerfile`
      FROM debian:13-slim
      RUN chmod -R u+rwX,go+rX /app
    `,
  );
});
