import rule from '../../../rules/dockerfile/plain-http-repository.ts';
import { dockerfile, testRule } from '../../harness/index.ts';

testRule(rule, ({ check, clean, fix }) => {
  check(
    'in every way that repositories are added',
    dockerfile`
      FROM debian:13-slim
      RUN echo "deb [arch=amd64] http://x.example/apt stable main" >> /etc/apt/sources.list
      #                          ^^^^^^^ plain-http-repository 💡
      RUN printf '[x]\nbaseurl=http://x.example/rpm\n' > /etc/yum.repos.d/x.repo
      #                        ^^^^^^^ plain-http-repository 💡
      RUN zypper addrepo http://x.example/x x
      #                  ^^^^^^^ plain-http-repository 💡
      COPY <<EOF /etc/yum.repos.d/y.repo
      baseurl = http://y.example/rpm
      #         ^^^^^^^ plain-http-repository 💡
      EOF
    `,
  );

  fix(
    'asks for encryption',
    dockerfile`
      FROM debian:13-slim
      RUN apk add -X http://x.example/alpine x
    `,
    dockerfile`
      FROM debian:13-slim
      RUN apk add -X https://x.example/alpine x
    `,
  );

  clean(
    'addresses that are no repositories, and mirrors of distributions',
    dockerfile`
      FROM debian:13-slim
      RUN curl -fsS http://localhost/health
      RUN echo "deb http://archive.ubuntu.com/ubuntu noble main" > /etc/apt/sources.list
    `,
  );
});
