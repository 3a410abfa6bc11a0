import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { withExcerpts } from '../../../server/cli/placed-excerpts.ts';
import { placed } from '../../../server/cli/placed-finding.ts';
import type { SurveyedFile } from '../../../server/cli/scan-report.ts';

function surveyed(text: string): SurveyedFile {
  const workspace = new Workspace(rules);
  workspace.update({ path: '/a/Dockerfile', name: 'Dockerfile', text, inChart: false }, defaultSettings);
  workspace.refresh();
  const { placed: shown, ignored, told } = workspace.assembled('/a/Dockerfile');
  return {
    path: '/a/Dockerfile',
    workspace,
    findings: shown.map(({ finding }) => placed(finding, workspace)),
    told,
    ignored: ignored.map(({ finding, reason }) => ({ ...placed(finding, workspace), reason })),
  };
}

const shownOf = ({ findings }: SurveyedFile): string =>
  findings.flatMap(({ excerpt = [] }) => excerpt.map((line) => line.text)).join('\n');

describe('findings with the lines that they are about', () => {
  const text = 'FROM debian:13\nRUN useradd -p zebra42x app\nUSER root\n';

  it('show what is there, and no secret that a rule marks', () => {
    const file = withExcerpts(surveyed(text), { text });
    assert.ok(file.findings.length > 0);
    assert.ok(file.findings.every(({ excerpt }) => excerpt !== undefined));
    assert.match(shownOf(file), /USER root/);
    assert.doesNotMatch(shownOf(file), /zebra/);
  });

  it('nor one whose finding is ignored', () => {
    const ignoring = text.replace('RUN', '# seaworthy-ignore password-in-run: a test\nRUN');
    const found = surveyed(ignoring);
    assert.deepEqual(
      found.ignored.map(({ finding }) => finding.rule),
      ['password-in-run'],
    );
    const shown = shownOf(withExcerpts(found, { text: ignoring }));
    assert.match(shown, /USER root/);
    assert.doesNotMatch(shown, /zebra/);
  });

  it('show nothing of a text that is not what was checked', () => {
    for (const other of [{ text: `\n${text}` }, { text: text.replace('\n', ' ') }, { unreadable: 'gone' }])
      assert.equal(shownOf(withExcerpts(surveyed(text), other)), '');
  });
});
