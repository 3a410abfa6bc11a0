import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadChart } from '../../../../../rules/model/template/chart/chart.ts';
import { renderChart } from '../../../../../rules/model/template/chart/render.ts';
import { unknownFunctions } from '../../../../../rules/model/template/functions/unknown.ts';
import { reasonIn } from '../../../../../rules/model/template/value/text.ts';

function rendered(template: string, emptyCluster = false): string {
  const chart = loadChart([
    { path: 'Chart.yaml', text: 'apiVersion: v2\nname: c\nversion: 1.0.0\n' },
    { path: 'templates/a.yaml', text: template },
  ]);
  const options = { values: new Map(), release: 'r', namespace: 'n', kubernetesVersion: '1.34', emptyCluster };
  const made = renderChart(chart, options);
  return 'refused' in made ? made.refused.reason : String(made.files[0]?.text);
}

describe('what no file can say', () => {
  it('is unknown with its reason, and so is what is made of it', () => {
    assert.equal(reasonIn(rendered('{{ randAlphaNum 5 }}')), 'a random value');
    assert.equal(reasonIn(rendered('{{ now | toString | quote }}')), 'the time of the install');
    assert.match(rendered('a{{ uuidv4 }}b'), /^a.*b$/);
    assert.match(reasonIn(rendered('{{ (genCA "a" 1).Cert }}')) ?? '', /certificate made at install/);
  });

  it('of a cluster is nothing where the cluster holds nothing', () => {
    const template = '{{ if lookup "v1" "Secret" "n" "s" }}there{{ else }}gone{{ end }}';
    assert.equal(rendered(template, true), 'gone');
    assert.equal(reasonIn(rendered(template)), 'what the cluster holds (lookup)');
  });

  it('is none of what is certain', () => assert.ok(!Object.hasOwn(unknownFunctions, 'upper')));
});
