import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  holdsUnknown,
  holdsUnknownBlock,
  reasonIn,
  Text,
  unknownBlock,
  unknownText,
} from '../../../../../rules/model/template/value/text.ts';
import { renderedFile } from '../../../../harness/render.ts';

const piece = (text: string, start: number) => ({
  text,
  template: 't',
  start,
  end: start + text.length,
  literal: true,
});

describe('text in pieces', () => {
  const text = new Text([piece('ab\n', 10), piece('cd', 20)]);

  it('keeps the place of each part that is cut out', () => {
    const cut = text.slice(1, 4);
    assert.equal(cut.toString(), 'b\nc');
    assert.deepEqual(
      cut.pieces.map(({ text: said, start, end }) => [said, start, end]),
      [
        ['b\n', 11, 13],
        ['c', 20, 21],
      ],
    );
  });

  it('is indented without losing a place', () => {
    const made = text.indented('  ', true);
    assert.equal(made.toString(), '  ab\n  cd');
    assert.deepEqual(
      made.pieces.map(({ text: said, literal }) => [said, literal]),
      [
        ['  ', false],
        ['ab\n', true],
        ['  ', false],
        ['cd', true],
      ],
    );
  });

  it('says why a part of it is unknown', () => {
    const marked = `a${unknownText('the time')}b`;
    assert.ok(holdsUnknown(marked) && !holdsUnknownBlock(marked));
    assert.equal(reasonIn(marked), 'the time');
    assert.ok(holdsUnknownBlock(unknownBlock('x')));
    assert.equal(reasonIn('plain'), undefined);
  });
});

describe('what was rendered', () => {
  const template =
    '{{ define "l" }}app: {{ .Values.app.name }}{{ end }}a: {{ .Values.app.name | quote }}\nb: {{ .Values.app.name | upper }}\nm:{{ toYaml .Values.app | nindent 2 }}\n{{ include "l" . | indent 2 }}\n';
  const made = renderedFile(template, 'app: {name: web, size: 3}');
  assert.ok(!('refused' in made));
  const { pieces } = made.text;

  it('has literal text at its place, to the character', () => {
    const literal = pieces.filter((one) => one.literal);
    assert.ok(literal.length > 4);
    for (const { text, start, end } of literal) assert.equal(template.slice(start, end), text);
  });

  it('names the values that are printed, and whether they were changed', () => {
    const from = pieces
      .filter(({ path, text }) => path !== undefined && text.trim() !== '')
      .map(({ text, path, derived }) => [text, path?.join('.'), derived === true]);
    assert.deepEqual(from, [
      ['"web"', 'app.name', true],
      ['WEB', 'app.name', true],
      ['name:', 'app.name', false],
      ['web', 'app.name', false],
      ['size:', 'app.size', false],
      ['3', 'app.size', false],
      ['web', 'app.name', false],
    ]);
  });

  it('stands in the action that made it', () => {
    const size = pieces.find(({ text }) => text === '3');
    assert.equal(template.slice(size?.start, size?.end), '{{ toYaml .Values.app | nindent 2 }}');
  });
});
