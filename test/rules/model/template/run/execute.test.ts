import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holdsUnknownBlock, unknownText } from '../../../../../rules/model/template/value/text.ts';
import { renderedFile, renderedText } from '../../../../harness/render.ts';

const lookup = unknownText('what the cluster holds (lookup)');
const random = unknownText('a random value');

describe('what nobody can know', () => {
  it('is a marked stretch with its reason', () => {
    assert.equal(renderedText('a: {{ randAlphaNum 5 }}!'), `a: ${random}!`);
    assert.equal(renderedText('a: {{ randAlphaNum 5 | b64enc | quote }}'), `a: "${random}"`);
    assert.equal(renderedText('{{ printf "%s-%d" (randAlpha 3) 5 }}'), `${random}-5`);
    assert.equal(renderedText('{{ (lookup "v1" "Secret" "a" "b").data.x }}'), lookup);
    assert.equal(renderedText('{{ now | date "2006" }}'), unknownText('a date that is not worked out here'));
    assert.equal(renderedText('{{ toYaml (dict "a" (randAlpha 3) "b" 1) }}'), `a: ${random}\nb: 1`);
    assert.equal(renderedText('{{ sha256sum (include "t" .) }}{{ define "t" }}x{{ uuidv4 }}{{ end }}'), random);
  });

  it('leaves certain what does not hang on it', () => {
    assert.equal(renderedText('{{ if lookup "v1" "Pod" "" "" }}same{{ else }}same{{ end }}'), 'same');
    assert.equal(renderedText('{{ or true (randAlpha 1) }}'), 'true');
  });

  it('makes a condition unknown, and what the branches differ in', () => {
    assert.equal(renderedText('{{ if lookup "v1" "Pod" "" "" }}a1z{{ else }}a2z{{ end }}'), `a${lookup}z`);
    assert.ok(holdsUnknownBlock(renderedText('{{ if lookup "v1" "Pod" "" "" }}a\nb\n{{ end }}') ?? ''));
    assert.ok(holdsUnknownBlock(renderedText('{{ range lookup "v1" "Pod" "" "" }}a{{ end }}') ?? ''));
    assert.equal(renderedText('{{ $x := 1 }}{{ if lookup "v1" "Pod" "" "" }}{{ $x = 2 }}{{ end }}{{ $x }}'), lookup);
    assert.equal(
      renderedText('{{ $d := dict }}{{ if lookup "v1" "Pod" "" "" }}{{ $_ := set $d "a" 1 }}{{ end }}{{ $d.a }}'),
      lookup,
    );
  });

  it('does not let a branch fail that may not be taken', () => {
    assert.equal(renderedText('{{ if lookup "v1" "Pod" "" "" }}{{ fail "x" }}{{ else }}ok{{ end }}'), 'ok');
  });

  it('is what a function makes that is not known here', () => {
    assert.equal(
      renderedText('a{{ noSuchFunction 1 | upper }}'),
      `a${unknownText('the function noSuchFunction, which is not known here')}`,
    );
  });
});

describe('bounds', () => {
  it('stop what would not end', () => {
    for (const template of [
      '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}',
      '{{ define "x" }}{{ template "x" . }}{{ end }}{{ template "x" . }}',
      '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}',
      '{{ range until 90000 }}{{ repeat 900000 "x" }}{{ end }}',
      '{{ range 99999999999 }}{{ end }}',
    ]) {
      const made = renderedFile(template);
      assert.ok('refused' in made, template);
    }
  });
});
