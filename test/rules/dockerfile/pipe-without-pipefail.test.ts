import rule from '../../../rules/dockerfile/pipe-without-pipefail.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'the command behind the pipe',
    dockerfile`
      FROM debian:13-slim
      RUN set -e; curl a | sort
      #                    ^^^^ pipe-without-pipefail 💡
    `,
  );

  clean(
    'by option, by SHELL, by another shell',
    dockerfile`
      FROM debian:13-slim
      RUN set -o pipefail; curl a | sort
      RUN set -euxo pipefail && curl a | sort
      SHELL ["/usr/bin/bash", "-o", "pipefail", "-c"]
      RUN curl a | sort
      SHELL ["pwsh", "-c"]
      RUN curl a | sort
    `,
  );

  fix(
    'by SHELL',
    dockerfile`
      FROM debian:13-slim
      RUN curl a | sort
    `,
    dockerfile`
      FROM debian:13-slim
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN curl a | sort
    `,
  );
});
