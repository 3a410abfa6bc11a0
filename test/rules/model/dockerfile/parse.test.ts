/**
 * Defects of dockerfile-ast 0.7.1 that must not reach users, each by a name of its own (DA-n) and the smallest text that shows it. What is asserted is
 * what BuildKit does.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Dockerfile, parseDockerfile } from '../../../../rules/model/dockerfile/file.ts';

const keywords = (text: string): string[] => parseDockerfile(text).instructions.map(({ keyword }) => keyword);
const final = (file: Dockerfile): NonNullable<Dockerfile['finalStage']> => {
  const stage = file.finalStage;
  if (stage === undefined) throw new Error('no stage');
  return stage;
};

describe('dockerfile-ast', () => {
  it('DA-1: variables on blank lines and before the first FROM overflow the stack', () => {
    for (const text of ['', '# x', 'FROM a\n\n', '\nFROM a', '  RUN $A\n', '# c\n  RUN $A', '  ENV X=$A\nFROM x']) {
      const file = parseDockerfile(text);
      for (const instruction of file.instructions) assert.doesNotThrow(() => instruction.resolve('$A'));
    }
  });

  it('DA-2: stages that name each other loop for ever', () => {
    const file = parseDockerfile('FROM b AS a\nWORKDIR x\nFROM a AS b\nWORKDIR y');
    assert.deepEqual(
      final(file).chain.map(({ name }) => name),
      ['b', 'a'],
    );
    assert.equal(final(file).inForce.length, 2);
  });

  it('DA-3: JSON strings lose their blanks and escapes', () => {
    const [, cmd] = parseDockerfile('FROM a\nCMD ["sh","-c","echo  hi\\tthere"]').instructions;
    assert.deepEqual(cmd?.json, { items: ['sh', '-c', 'echo  hi\tthere'], span: cmd?.argument.span });
  });

  it('DA-4: malformed JSON counts as JSON', () => {
    const form = (text: string): string => {
      const json = parseDockerfile(`FROM a\nCMD ${text}`).instructions[1]?.json;
      return typeof json === 'object' ? 'json' : (json ?? 'shell');
    };
    assert.deepEqual(['["a", "b"', '["a",]', '["a"] b', "['a','b']", '["a"]', '[ -f x ] && y'].map(form), [
      'malformed',
      'malformed',
      'malformed',
      'malformed',
      'json',
      'shell',
    ]);
  });

  it('DA-5: two escape characters at the end of a line swallow the next instruction, such as a root USER', () => {
    const file = parseDockerfile('FROM a\nRUN foo \\\\\nUSER root\n');
    assert.deepEqual(
      file.instructions.map(({ keyword }) => keyword),
      ['FROM', 'RUN', 'USER'],
    );
    const user = final(file).userAt();
    assert.equal(user.kind === 'set' && user.user, 'root');
  });

  it('DA-6: a heredoc with a file descriptor is read as instructions', () =>
    assert.deepEqual(keywords('FROM a\nRUN 3<<EOF cat\nUSER root\nEOF\nUSER app'), ['FROM', 'RUN', 'USER']));
  it('DA-7: a heredoc with a blank in its quoted name is read as instructions', () =>
    assert.deepEqual(keywords("FROM a\nRUN <<'A B'\nUSER root\nA B\nUSER app"), ['FROM', 'RUN', 'USER']));

  it('DA-8: quotes around an image stay part of its name', () =>
    assert.equal(parseDockerfile('FROM "alpine:3"').images[0]?.text, 'alpine:3'));

  it('DA-9: defaults of variables are not applied, and ${U:+x} is taken for $U', () => {
    assert.equal(parseDockerfile('FROM ${X:-a:1}').images[0]?.text, 'a:1');
    assert.equal(parseDockerfile('ARG X\nFROM ${X:-a:1}').images[0]?.text, 'a:1');
    assert.equal(parseDockerfile('ARG X\nFROM a:$X').images[0]?.text, undefined, 'it may be given');
    assert.equal(parseDockerfile('ARG R=reg.io/p\nFROM ${R:-x}/y@sha256:ab').images[0]?.text, 'reg.io/p/y@sha256:ab');
    const user = (text: string): string | undefined => {
      const found = final(parseDockerfile(text)).userAt();
      return found.kind === 'set' ? found.value : undefined;
    };
    assert.equal(user('FROM scratch\nENV U=app\nUSER ${U:+root}'), 'root');
    assert.equal(user('FROM scratch\nENV B=root\nENV A=$B\nUSER $A'), 'root');
    assert.equal(user('FROM scratch\nUSER ${X:-root}'), 'root');
  });

  it('DA-10: directives count below a comment that is none', () => {
    assert.equal(parseDockerfile('# foo=bar\n# escape=`\nFROM a').escape, '\\');
    assert.equal(parseDockerfile('# https://x?y=z\n# escape=`\nFROM a').escape, '\\');
    assert.equal(parseDockerfile('# syntax=docker/dockerfile:1\n# escape=`\nFROM a').escape, '`');
  });

  it('DA-11: stages do not inherit variables', () => {
    const file = parseDockerfile('FROM a AS base\nENV A=1\nFROM base\nRUN $A');
    assert.equal(file.instructions.at(-1)?.resolve('$A'), '1');
  });

  it('DA-12: single quotes do not protect variables', () =>
    assert.equal(parseDockerfile("FROM scratch\nENV B=1\nENV C='$B'\n").instructions.at(-1)?.resolve("'$B'"), '$B'));
  it('DA-13: arithmetic and substitutions are variables without a name', () =>
    assert.deepEqual(
      parseDockerfile('FROM a\nRUN echo $((1<<4)) x=$(id)').instructions[1]?.commands.map(
        ({ words }) => words[0]?.text,
      ),
      ['echo', 'id'],
    ));
  it('DA-14: comments between continued lines stay in the arguments', () =>
    assert.equal(
      parseDockerfile('FROM a\nRUN x && \\\n# c1\n\n  y').instructions[1]?.argument.text.replaceAll(/ +/g, ' '),
      'x && y',
    ));
  it('DA-15: the body of a heredoc counts as arguments', () =>
    assert.equal(parseDockerfile('FROM a\nCOPY <<EOF /x\ninstall\nEOF').instructions[1]?.argument.text, '<<EOF /x'));

  it('DA-16: a lone carriage return throws', () =>
    assert.doesNotThrow(() =>
      parseDockerfile('H \\\r#%\n').instructions.map((instruction) => [instruction.commands, instruction.pairs]),
    ));
  it('DA-17: a lone carriage return ends a line', () => assert.deepEqual(keywords('FROM a\rRUN b'), ['FROM']));
  it('DA-18: CMD has heredocs', () =>
    assert.deepEqual(keywords('FROM a\nCMD cat <<EOF\nUSER root'), ['FROM', 'CMD', 'USER']));
  it('DA-19: arguments are split inside quotes', () =>
    assert.deepEqual(
      parseDockerfile('FROM a\nENV A="a b" C=d').instructions[1]?.pairs.map(({ name, value }) => [name, value]),
      [
        ['A', '"a b"'],
        ['C', 'd'],
      ],
    ));

  it('DA-20: a heredoc without an end swallows the rest, and says so', () => {
    const [, run] = parseDockerfile('FROM a\nRUN <<EOF\nUSER root\n').instructions;
    assert.equal(run?.heredocs[0]?.unterminated, true);
  });

  it('DA-21: HEALTHCHECK CMD has no JSON', () =>
    assert.equal(
      parseDockerfile('FROM a\nHEALTHCHECK CMD ["curl","x"]').instructions[1]?.argument.text,
      'CMD ["curl","x"]',
    ));
});
