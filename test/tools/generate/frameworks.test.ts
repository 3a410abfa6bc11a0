import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { frameworksPage } from '../../../tools/generate/frameworks.ts';

it('every standard that a rule names is on the page of frameworks, with the rule in its row', () => {
  const [page, sections] = [frameworksPage(), frameworksPage().split('\n## ')];
  const titles = { pss: 'Pod Security Standards, ', 'cis-kubernetes': 'CIS Kubernetes', 'cis-docker': 'CIS Docker' };
  for (const { id, standards } of rules)
    for (const standard of standards) {
      if (standard.standard === 'nsa') {
        assert.ok(sections.at(-1)?.includes(`rules/${id}.md`), id);
        continue;
      }
      const title = titles[standard.standard] + (standard.standard === 'pss' ? standard.level : '');
      const name = standard.standard === 'pss' ? standard.control : standard.section;
      const row = sections
        .find((section) => section.startsWith(title))
        ?.split('\n')
        .find((line) => line.startsWith(`| ${name} |`));
      assert.ok(row?.includes(`rules/${id}.md`), `${id}: ${title} ${name}`);
    }
  assert.equal(page.match(/^## /gm)?.length, 5);
});
