import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/plain-http-repository.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix }) => {
  clean('a distribution that a script puts in the place of another address of it')(dockerfile`
    FROM rockylinux:9
    RUN sed -i "s|^#baseurl=http://mirror.centos.org|baseurl=http://vault.centos.org|" /etc/yum.repos.d/CentOS-*
  `);

  check('in every way that repositories are added')(debian`
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
  `);

  fix('asks for encryption')(dockerfile`
      FROM debian:13-slim
    - RUN apk add -X http://x.example/alpine x
    + RUN apk add -X https://x.example/alpine x
  `);

  clean('addresses that are no repositories, and mirrors of distributions')(debian`
    RUN curl -fsS http://localhost/health
    RUN echo "deb http://archive.ubuntu.com/ubuntu noble main" > /etc/apt/sources.list
  `);

  it('leaves it to a person where apt has no authorities to check by', () => {
    const fixOf = (before: string): boolean => {
      const line = 'RUN echo "deb http://repo.example.com stable main" > /etc/apt/sources.list.d/a.list';
      const scope = new Scope([rule], { language: 'dockerfile', text: `FROM debian:13-slim\n${before}${line}\n` });
      const [finding] = scope.findings;
      assert.ok(finding);
      const [fix] = scope.fixes(finding);
      assert.ok(fix !== undefined && 'edits' in fix);
      return fix.assumes;
    };
    assert.equal(fixOf(''), true);
    assert.equal(fixOf('RUN apt-get update && apt-get install -y ca-certificates\n'), false);
  });
});
