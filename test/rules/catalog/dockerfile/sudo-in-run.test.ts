import assert from 'node:assert/strict';
import { it } from 'node:test';
import rule from '../../../../rules/catalog/dockerfile/sudo-in-run.ts';
import { dockerfile, testRule } from '../../../harness/index.ts';
import { found } from '../../../harness/recommended.ts';
import { Scope } from '../../../harness/scope.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('behind any operator, in heredocs, by its path (trivy DS-0010 splits at && alone)')(dockerfile`
    FROM debian:13
    RUN true; sudo make
    #         ^^^^ sudo-in-run 💡
    RUN <<EOF
    set -e
    /usr/bin/sudo make install
    #<------------ sudo-in-run 💡
    EOF
  `);

  check('once a RUN')(dockerfile`
    FROM debian:13
    RUN sudo make && sudo make install
    #   ^^^^ sudo-in-run 💡
  `);

  fix('all of a RUN')(
    dockerfile`
      FROM debian:13
      RUN sudo make && sudo make install
    `,
    dockerfile`
      FROM debian:13
      RUN make && make install
    `,
  );

  clean('its name as a word of another command')(dockerfile`
    FROM debian:13
    RUN apt-get install -y sudo && echo sudo && visudo -c
  `);

  fix('calls the command directly')(
    dockerfile`
      FROM debian:13
      RUN apt-get update && \
          sudo apt-get install -y git
    `,
    dockerfile`
      FROM debian:13
      RUN apt-get update && \
          apt-get install -y git
    `,
  );

  refuses(
    'where RUN is not root',
    /another user/,
  )(dockerfile`
    FROM debian:13
    USER app
    RUN sudo make
  `);

  for (const [written, left] of [
    ['sudo -E make', 'make'],
    ['sudo -H -n pip install x', 'pip install x'],
    ['sudo -u root make', 'make'],
    ['sudo --user=root -- make', 'make'],
    ['sudo CC=gcc make', 'CC=gcc make'],
    ['CC=gcc sudo make', 'CC=gcc make'],
    ['sudo su - app -c make', 'su - app -c make'],
  ] as const)
    fix(`${written}: root runs the same itself`)(
      { language: 'dockerfile', text: `FROM debian:13\nRUN ${written}\n` },
      { language: 'dockerfile', text: `FROM debian:13\nRUN ${left}\n` },
    );

  fix('below a USER that is root again')(dockerfile`
      FROM debian:13
      USER app
      USER root
    - RUN sudo make
    + RUN make
  `);

  for (const options of ['-u app', '-i', '-s', '-b', '-g video', '-uapp', '-EH -u app'])
    refuses(
      `sudo ${options} is more than root`,
      /options of its own/,
    )({ language: 'dockerfile', text: `FROM debian:13\nRUN sudo ${options} make\n` });

  refuses(
    'variables in quotes, which the shell would take for a command',
    /quotes/,
  )(dockerfile`
    FROM debian:13
    RUN sudo "CC=gcc" make
  `);

  refuses(
    'in ONBUILD, which runs as whoever the image ends with',
    /ONBUILD/,
  )(dockerfile`
    FROM debian:13
    ONBUILD RUN sudo apt-get update
    CMD ["server"]
  `);

  refuses(
    'on an image that runs as somebody else',
    /another user/,
  )(dockerfile`
    FROM jenkins/jenkins:lts
    RUN sudo apt-get update
  `);

  it('lets a person decide where nobody knows the user of the base image', () => {
    const scope = new Scope([rule], {
      language: 'dockerfile',
      text: 'FROM registry.example.com/workspace:1\nRUN sudo make\n',
    });
    const [finding] = scope.findings;
    assert.ok(finding);
    const [fix] = scope.fixes(finding);
    assert.ok(fix !== undefined && 'edits' in fix && fix.assumes);
    assert.equal(fix.title, 'Call it directly (if the base image runs as root)');
  });
});

it('is told to those who are strict where the base image brings it', () => {
  const told = (text: string, profile: 'recommended' | 'strict' = 'recommended'): boolean =>
    found('Dockerfile', text, profile).includes('sudo-in-run');
  assert.equal(told('FROM cimg/node:22.12\nRUN sudo make\n'), false);
  assert.equal(told('FROM cimg/node:22.12\nRUN sudo make\n', 'strict'), true);
  assert.equal(told('FROM debian:13\nRUN apt-get install -y git sudo\nRUN sudo make\n'), true);
  assert.equal(told('FROM alpine:3.22\nRUN apk add sudo=1.9.17_p2-r0 && sudo make\n'), true);
});
