import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../../rules/engine/workspace.ts';
import { podText } from '../fixture.ts';

const typed = (path: string, text: string): ReturnType<Workspace['typed']> => {
  const workspace = new Workspace([]);
  workspace.update({ path, text }, defaultSettings, { retain: true });
  return workspace.typed(path);
};

/** What is written in one go where a part of the text ends. */
const tokenBehind = (path: string, text: string, part: string): string => {
  const { start, end } = typed(path, text).tokenAt(text.indexOf(part) + part.length);
  return text.slice(start, end);
};

describe('what is written in one go', () => {
  const script = podText('a').replace(
    'image: i:1\n',
    'image: i:1\n      command:\n        - sh\n        - |\n          first\n          second\n',
  );

  it('is the line', () => {
    assert.equal(tokenBehind('a.yaml', podText('a'), 'image'), '      image: i:1');
  });

  it('is the empty line that a cursor stands in', () => {
    assert.equal(tokenBehind('a.yaml', `${podText('a')}\n`, podText('a')), '');
  });

  it('is all of a text over several lines', () => {
    assert.equal(tokenBehind('a.yaml', script, 'first'), '|\n          first\n          second');
    assert.equal(tokenBehind('a.yaml', script, '- sh'), '        - sh');
  });

  const dockerfile = 'FROM node:22\nRUN a && \\\n  # why\n  b\nUSER 1\n';

  it('is all of an instruction', () => {
    assert.equal(tokenBehind('Dockerfile', dockerfile, 'RUN a'), 'RUN a && \\\n  # why\n  b');
    assert.equal(tokenBehind('Dockerfile', dockerfile, 'USER'), 'USER 1');
  });

  it('is an instruction that goes on, where the cursor stands below it', () => {
    assert.equal(tokenBehind('Dockerfile', 'FROM node:22\nRUN a && \\\n', '\\\n'), 'RUN a && \\\n');
    assert.equal(tokenBehind('Dockerfile', 'FROM node:22\nRUN a && \\\n  # why\n', 'why\n'), 'RUN a && \\\n  # why\n');
    assert.equal(tokenBehind('Dockerfile', 'FROM node:22\nRUN a\n', 'RUN a\n'), '');
  });
});

describe('parts', () => {
  const brokenParts = (path: string, text: string): readonly (readonly [string, boolean])[] =>
    typed(path, text).parts.map(({ start, end, isBroken }) => [text.slice(start, end), isBroken]);

  it('are documents, of which one may be broken', () => {
    const found = brokenParts(
      'a.yaml',
      `${podText('a')}---\n${podText('b').replace('image: i:1', 'image: "i:1')}---\n${podText('c')}`,
    );
    assert.deepEqual(
      found.map(([, isBroken]) => isBroken),
      [false, true, false],
    );
    assert.ok(found.every(([text]) => text.includes('kind: Pod')));
  });

  it('are a Dockerfile, broken by an open heredoc', () => {
    assert.deepEqual(brokenParts('Dockerfile', 'FROM a\nRUN <<E\nb\n'), [['FROM a\nRUN <<E\nb\n', true]]);
    assert.deepEqual(brokenParts('Dockerfile', 'FROM a\nRUN <<E\nE\n'), [['FROM a\nRUN <<E\nE\n', false]]);
  });

  it('are none of what is not analysed', () => {
    assert.deepEqual(typed('values.yaml', 'a: 1\n').parts, []);
  });
});
