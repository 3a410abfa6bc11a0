import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Dockerfile, dockerfileRefusal, parseDockerfile } from '../../../../rules/model/dockerfile/file.ts';
import { isDockerfileName } from '../../../../rules/model/dockerfile/name.ts';

describe('names', () => {
  it('of Dockerfiles', () => {
    for (const name of [
      'Dockerfile',
      'a/dockerfile',
      'Dockerfile.dev',
      'Dockerfile-prod',
      'api.Dockerfile',
      'api.dockerfile',
      'Containerfile',
      'Containerfile.ubi',
      'x.containerfile',
    ])
      assert.equal(isDockerfileName(name), true, name);
  });
  it('of other files', () => {
    for (const name of [
      'Dockerfile.md',
      'dockerfile_test.go',
      'Dockerfile.dockerignore',
      'Dockerfiles.txt',
      'docker-compose.yml',
      'NotADockerfile',
      '.dockerignore',
      'Dockerfile.yaml',
    ])
      assert.equal(isDockerfileName(name), false, name);
  });
});

it('what is no Dockerfile by its size or bytes is refused with a reason', () => {
  assert.match(dockerfileRefusal('#'.repeat(600_000)) ?? '', /512 KB/);
  assert.match(dockerfileRefusal('FROM a\0') ?? '', /binary/);
  assert.equal(dockerfileRefusal('FROM a'), undefined);
});

it('a keyword may be broken by continuations, but not by blanks', () => {
  const text = 'FROM debian:13\nR\\\nU\\  \nN apt-get update\nUS\\\n ER x\n';
  assert.deepEqual(
    parseDockerfile(text).instructions.map(({ keyword, keywordSpan, argument }) => [
      keyword,
      text.slice(keywordSpan.start, keywordSpan.end),
      argument.text.trim(),
    ]),
    [
      ['FROM', 'FROM', 'debian:13'],
      ['RUN', 'R\\\nU\\  \nN', 'apt-get update'],
      ['US', 'US', 'ER x'],
    ],
  );
});

describe('offsets', () => {
  const text =
    '\uFEFF# syntax=docker/dockerfile:1\r\nFROM node:24 AS build\r\nRUN apt-get update && \\\r\n    # why\r\n    sudo make\r\nCOPY --chown=1:2 a b\r\n';
  const file = parseDockerfile(text);
  const shown = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

  it('are those of the file, whatever joins lines, with CRLF and a byte order mark', () => {
    assert.deepEqual(
      file.instructions.map(({ keywordSpan }) => shown(keywordSpan)),
      ['FROM', 'RUN', 'COPY'],
    );
    const words = file.instructions[1]?.commands.flatMap((command) => command.words) ?? [];
    assert.deepEqual(
      words.map(({ span }) => shown(span)),
      ['apt-get', 'update', 'sudo', 'make'],
    );
    assert.deepEqual(
      file.instructions[2]?.flags.map(({ span, value }) => [shown(span), value]),
      [['--chown=1:2', '1:2']],
    );
    assert.equal(shown(file.images[0]?.anchor ?? { start: 0, end: 0 }), 'node:24');
  });

  it('say where the directives end', () =>
    assert.equal(text.slice(file.directivesEnd, file.directivesEnd + 4), 'FROM'));
});

it('instructions before any FROM form a stage of unknown base', () => {
  const file = parseDockerfile('USER root\nRUN sudo x\n');
  assert.equal(file.stages.length, 0);
  assert.equal(file.instructions[0]?.stage.isFragment, true);
});

it('ONBUILD holds an instruction that does not run here', () => {
  const file = parseDockerfile('FROM a\nONBUILD USER app\n');
  assert.deepEqual(
    file.instructions.map(({ keyword, onbuild }) => [keyword, onbuild]),
    [
      ['FROM', false],
      ['USER', true],
    ],
  );
  assert.equal(file.finalStage?.userAt().kind, 'inherited');
});

it('stages are found by name whatever the case, and only earlier ones', () => {
  const file = parseDockerfile('FROM later AS x\nFROM debian AS Later\nFROM LATER\n');
  assert.equal(file.stages[0]?.base, undefined);
  assert.equal(file.stages[2]?.base, file.stages[1]);
  assert.deepEqual(
    file.images.map(({ text }) => text),
    ['later', 'debian'],
  );
});

it('images are those of FROM, COPY --from and mounts, stages left out', () => {
  const file = parseDockerfile(
    'FROM a:1 AS b\nFROM scratch\nCOPY --from=b / /\nCOPY --from=0 / /\nCOPY --from=c:2 / /\nRUN --mount=type=bind,from=d:3,target=/x true\n',
  );
  assert.deepEqual(
    file.images.map(({ text, where }) => [text, where]),
    [
      ['a:1', 'from'],
      ['c:2', 'copy-from'],
      ['d:3', 'mount-from'],
    ],
  );
});

describe('variables', () => {
  const resolved = (text: string, word: string): string | undefined =>
    parseDockerfile(text).instructions.at(-1)?.resolve(word);
  it('an ENV beats an ARG wherever both stand', () =>
    assert.equal(resolved('FROM scratch\nENV A=env\nARG A=arg\nRUN x', '$A'), 'env'));
  it('a global ARG is seen in a stage only when it is named there', () => {
    assert.equal(resolved('ARG V=1\nFROM scratch\nRUN x', '$V'), '');
    assert.equal(resolved('ARG V=1\nFROM scratch\nARG V\nRUN x', '$V'), '1');
  });
  it('what the base image may define is unknown, what scratch does not is empty', () => {
    assert.equal(resolved('FROM debian\nRUN x', '$A'), undefined);
    assert.equal(resolved('FROM scratch\nRUN x', '[$A]'), '[]');
  });
  it('what no ARG names is empty in FROM, and a word that has a default of its own has that', () => {
    const images = (text: string): string[] => parseDockerfile(text).images.map((image) => image.text);
    assert.deepEqual(images('FROM alpine$TAG'), ['alpine']);
    assert.deepEqual(images('ARG TAG\nFROM alpine$TAG'), []);
    assert.deepEqual(images('ARG TAG\nFROM alpine:${TAG:-latest}${TAG:+-x}'), ['alpine:latest']);
    assert.deepEqual(images('FROM alpine:$TARGETARCH'), []);
    assert.equal(resolved('FROM debian\nARG U\nRUN x', '${U:-root}'), 'root');
    assert.equal(resolved('FROM debian\nRUN x', '${U:-root}'), undefined, 'the base image may define it');
  });
  it('platform arguments are unknown', () =>
    assert.equal(resolved('FROM scratch\nARG TARGETARCH=amd64\nRUN x', '$TARGETARCH'), undefined));
  it('forms', () => {
    const text = 'FROM scratch\nENV A=linux-amd64 E=\nRUN x';
    const forms: readonly (readonly [string, string | undefined])[] = [
      ['${A#linux-}', 'amd64'],
      ['${A%-amd64}', 'linux'],
      ['${A/linux/bsd}', 'bsd-amd64'],
      ['${E:-d}', 'd'],
      ['${E-d}', ''],
      ['${E:+x}', ''],
      ['${A:+x}', 'x'],
      ['\\$A', '$A'],
      ['"$A b"', 'linux-amd64 b'],
      ['${A##*-}', undefined],
    ];
    for (const [word, value] of forms) assert.equal(resolved(text, word), value, word);
  });
});

describe('texts that nobody means', () => {
  it('defaults inside defaults are unknown at some depth', () =>
    assert.equal(parseDockerfile(`FROM \${${'A:-${'.repeat(20_000)}`).images.length, 0));
  it('thousands of stages on each other', () => {
    const chained = (count: number): Dockerfile =>
      parseDockerfile(
        `FROM debian:13 AS s0\n${Array.from({ length: count }, (_, i) => `FROM s${i} AS s${i + 1}\n`).join('')}USER $X`,
      );
    const some = chained(150);
    assert.equal(some.finalStage?.image?.text, 'debian:13');
    assert.equal(some.cut, undefined);
    const many = chained(5000);
    assert.equal(many.finalStage?.image, undefined, 'past the budget nobody knows what a stage is built on');
    assert.equal(many.finalStage?.isScratch, false);
    assert.equal(many.finalStage?.userAt().kind, 'unknown');
    assert.match(many.cut?.message ?? '', /take over more than 20,000 instructions/);
    assert.match(many.text.slice(many.cut?.start, many.cut?.end), /^s\d+$/);
  });
  it('a directive of blanks', () =>
    assert.equal(parseDockerfile(`# syntax=x${' '.repeat(200_000)}y\nFROM a`).instructions.length, 1));
  it('thousands of heredocs in one instruction', () =>
    assert.equal(
      parseDockerfile(`FROM a\nRUN ${'<<E '.repeat(20_000)}\nE\n`).instructions[1]?.heredocs.length,
      20_000,
    ));
});
