import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rules } from '../../../rules/catalog/index.ts';
import { placeholders, placeholdersIn } from '../../../rules/contract/placeholder.ts';
import { defaultSettings } from '../../../rules/engine/settings/settings.ts';
import { Workspace } from '../../../rules/engine/workspace.ts';
import { applyEdits } from '../../../rules/text/edit.ts';

const found = (text: string): readonly string[] => placeholdersIn(text).map(({ start, end }) => text.slice(start, end));

it('knows its words, and none within longer ones', () => {
  for (const word of Object.values(placeholders)) assert.deepEqual(found(`a: ${word}\nb: "${word}"`), [word, word]);
  assert.deepEqual(found('image: web:VERSION-YOU-RUN'), ['VERSION-YOU-RUN']);
  assert.deepEqual(found('MY-NAME-OF-THE-SECRET NAME-OF-THE-SECRETS NAME-OF-A-SHIP NAME-OF-THE-SECRET_2'), []);
});

it('stands in every fix that waits for a value, and is told until it is filled in', () => {
  const workspace = new Workspace(rules);
  let waiting = 0;
  for (const rule of rules) {
    for (const example of rule.examples.bad) {
      if (example.language === 'files') continue;
      const path = { yaml: 'a.yaml', dockerfile: 'Dockerfile', compose: 'compose.yaml' }[example.language];
      const file = { path, text: example.text };
      workspace.update(file, { ...defaultSettings, profile: 'all' }, { retain: true });
      for (const finding of workspace.findings(file.path)) {
        for (const fix of workspace.fixes(finding)) {
          if (!('edits' in fix) || fix.level !== 'template') continue;
          waiting++;
          const after = applyEdits(file.text, fix.edits);
          assert.ok(placeholdersIn(after).length > placeholdersIn(file.text).length, `${finding.rule}: ${fix.title}`);
          workspace.update({ path, text: after }, { ...defaultSettings, profile: 'all' }, { retain: true });
          const told = workspace.findings(file.path).filter(({ rule: id }) => id === 'left-placeholder');
          assert.deepEqual(
            told.map(({ span }) => after.slice(span.start, span.end)),
            found(after),
            finding.rule,
          );
          workspace.update(file, { ...defaultSettings, profile: 'all' }, { retain: true });
        }
      }
      workspace.remove(file.path);
    }
  }
  assert.ok(waiting > 10, `${waiting} fixes`);
});
