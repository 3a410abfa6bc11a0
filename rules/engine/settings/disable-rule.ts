/** The edit that switches a rule off in a `.seaworthy.yaml`, where nothing else of the file changes. */
import type { TextEdit } from '../../text/edit.ts';
import type { Refusal } from '../../yaml/change.ts';
import { editsFor } from '../../yaml/edit.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';

/** @param text of the configuration; empty for a new one. */
export function disableRule(text: string, rule: string): readonly TextEdit[] | Refusal {
  // Nothing but comments: there is no map yet that could be edited.
  if (text.split('\n').every((line) => /^[ \t]*(?:#|\r?$)/.test(line))) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    return [{ start: text.length, end: text.length, text: `${gap}rules:\n  ${rule}: off\n` }];
  }
  const document = parseDocument(text);
  const rules = Field.root(document, true).at('rules');
  if (document.problems.length > 0 || rules.isWrongType('map'))
    return { refused: 'The configuration has errors; fix them first.' };
  const own = rules.at(rule);
  return editsFor(document, [(own.isMap ? own.at('severity') : own).set('off')]);
}
