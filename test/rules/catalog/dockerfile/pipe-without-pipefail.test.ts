import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/pipe-without-pipefail.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the command behind the pipe')(debian`
    RUN set -e; curl a | sort
    #                    ^^^^ pipe-without-pipefail 💡
  `);

  clean('by option, by SHELL, by another shell')(debian`
    RUN set -o pipefail; curl a | sort
    RUN set -euxo pipefail && curl a | sort
    SHELL ["/usr/bin/bash", "-o", "pipefail", "-c"]
    RUN curl a | sort
    SHELL ["pwsh", "-c"]
    RUN curl a | sort
  `);

  fix('by SHELL')(dockerfile`
      FROM debian:13-slim
    + SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN curl a | sort
  `);

  fix('once, above the first pipe of the stages it is built on, and above what speaks of that')(dockerfile`
      FROM debian:13-slim AS base
      RUN true
    + SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      # sorts
      RUN cat a | sort > b
      FROM base
      RUN cat c | sort > d
  `);

  it('writes no second SHELL, whatever finding is fixed first', () => {
    const text =
      'FROM debian:13-slim AS base\nRUN cat a | sort\nRUN true\nRUN cat b | sort\nFROM base\nRUN cat c | sort\n';
    const scope = new Scope([rule], { language: 'dockerfile', text });
    assert.equal(scope.findings.length, 3);
    const results = scope.findings.map((finding) => {
      const [fix] = scope.fixes(finding);
      assert.ok(fix !== undefined && 'edits' in fix);
      return scope.applied(finding, fix.edits);
    });
    assert.equal(new Set(results).size, 1);
    const [result = ''] = results;
    assert.equal(result.match(/SHELL/g)?.length, 1);
    assert.deepEqual(new Scope([rule], { language: 'dockerfile', text: result }).findings, []);
  });

  for (const [base, shell] of [
    ['alpine:3.22', '/bin/ash'],
    ['node:24-alpine', '/bin/ash'],
    ['python:3.13', '/bin/bash'],
    ['fedora:42', '/bin/bash'],
    ['registry.access.redhat.com/ubi9/ubi-minimal', '/bin/bash'],
    ['registry.example.com/app:bookworm', '/bin/bash'],
  ] as const)
    fix(`${base} has a shell that knows pipefail`)(
      { language: 'dockerfile', text: `FROM ${base}\nRUN cat a | sort\n` },
      { language: 'dockerfile', text: `FROM ${base}\nSHELL ["${shell}", "-o", "pipefail", "-c"]\nRUN cat a | sort\n` },
    );

  for (const base of ['registry.example.com/app:slim', 'gcr.io/distroless/base:debug', 'cgr.dev/chainguard/wolfi-base'])
    refuses(
      `nobody knows the shells of ${base}`,
      /not known/,
    )({ language: 'dockerfile', text: `FROM ${base}\nRUN cat a | sort\n` });

  fix('in the SHELL that is there')(dockerfile`
      FROM debian:13-slim
    - SHELL ["/bin/bash", "--login", "-c"]
    + SHELL ["/bin/bash", "--login", "-o", "pipefail", "-c"]
      RUN cat a | sort
  `);

  for (const [name, run, reason] of [
    ['variables that bash sets itself', 'useradd -u $UID app && cat a | sort', /UID/],
    ['an echo that dash reads otherwise', 'echo "a\\nb" | sort', /echo/],
    ['an echo with -e', 'echo -e a | sort', /echo/],
    ['yes, which ends by a signal', 'yes | apt-get install a', /never ends/],
    ['a device without an end', 'tr -dc a-z < /dev/urandom | head -c 9', /never ends/],
    ['a shell of its own', 'sh -c "cat a | sort"', /does not set/],
    ['a heredoc with its own program', '<<EOF\n#!/bin/sh\ncat a | sort\nEOF', /does not set/],
  ] as const)
    refuses(name, reason)({ language: 'dockerfile', text: `FROM debian:13-slim\nARG UID=1000\nRUN ${run}\n` });

  fix('the same echo where the shell stays what it was')(dockerfile`
      FROM alpine:3.22
      ARG UID=1000
    + SHELL ["/bin/ash", "-o", "pipefail", "-c"]
      RUN echo "a\nb $UID" | sort
  `);

  for (const reader of ['head -n 1', 'grep -q a', 'sed 1q', "awk '{ print; exit }'"])
    it(`${reader} may end first, and a person decides`, () => {
      const scope = new Scope([rule], { language: 'dockerfile', text: `FROM debian:13-slim\nRUN cat a | ${reader}\n` });
      const [finding] = scope.findings;
      assert.ok(finding);
      const [fix] = scope.fixes(finding);
      assert.ok(fix !== undefined && 'edits' in fix && fix.assumes);
      assert.match(fix.title, / \(if \w+ reads all that is piped into it\)$/);
    });

  for (const writer of ['grep -v b a', 'cat a | xargs -r apk info --installed', 'ldd /bin/x'])
    it(`${writer} may say no without a failure, and a person decides`, () => {
      const scope = new Scope([rule], { language: 'dockerfile', text: `FROM alpine:3.22\nRUN ${writer} | sort\n` });
      const [finding] = scope.findings;
      assert.ok(finding);
      const [fix] = scope.fixes(finding);
      assert.ok(fix !== undefined && 'edits' in fix && fix.assumes);
      assert.match(fix.title, / \(if \w+ finds what it is asked for\)$/);
    });
});
