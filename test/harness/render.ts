/** One template in a chart of its own, rendered: its text, or why there is none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadChart } from '../../rules/model/template/chart/chart.ts';
import { type RenderedFile, renderChart } from '../../rules/model/template/chart/render.ts';
import type { Dict } from '../../rules/model/template/value/value.ts';
import { readYaml } from '../../rules/model/template/yaml/read.ts';

const chartFile = { path: 'Chart.yaml', text: 'apiVersion: v2\nname: c\nversion: 1.2.3\nappVersion: "9"\n' };

/** The other files that the chart has. */
const others = [
  { path: 'a.txt', text: 'one\ntwo\n' },
  { path: 'conf/b.conf', text: 'b=1' },
  { path: 'conf/deep/c.conf', text: 'c' },
];

/** @param values as YAML or JSON. */
export function renderedFile(template: string, values = '{}'): RenderedFile | { readonly refused: string } {
  const chart = loadChart([chartFile, { path: 'templates/x', text: template }, ...others]);
  const options = { release: 'release', namespace: 'apps', kubernetesVersion: '1.34' };
  const made = renderChart(chart, { ...options, values: (readYaml(values) ?? new Map()) as Dict });
  return 'refused' in made ? { refused: made.refused.reason } : (made.files[0] as RenderedFile);
}

/** @returns undefined where the template fails. */
export function renderedText(template: string, values = '{}'): string | undefined {
  const made = renderedFile(template, values);
  return 'refused' in made ? undefined : made.text.toString();
}

/** Rows of [template, text], where no text means that the template fails; a template without `{{` is one action. @param values as YAML. */
export function facts(title: string, values: string, rows: readonly (readonly [string, string | undefined])[]): void {
  describe(title, () => {
    for (const [template, text] of rows)
      it(template, () =>
        assert.equal(renderedText(template.includes('{{') ? template : `{{ ${template} }}`, values), text),
      );
  });
}
