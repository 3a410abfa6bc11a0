/** Edits of a `.seaworthy.yaml` that a menu makes: nothing else of the file changes. */
import type { TextEdit } from '../../text/edit.ts';
import type { Change, Refusal } from '../../yaml/change.ts';
import { editsFor } from '../../yaml/edit.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';

/**
 * Switches a rule off.
 * @param text of the configuration; empty for a new one.
 */
export function disableRule(text: string, rule: string): readonly TextEdit[] | Refusal {
  return changed(text, `rules:\n  ${rule}: off\n`, (root) => {
    const rules = root.at('rules');
    if (rules.isWrongType('map')) return undefined;
    const own = rules.at(rule);
    return (own.isMap ? own.at('severity') : own).set('off');
  });
}

/**
 * Leaves a file or a folder out.
 * @param text of the configuration; empty for a new one. @param path from the folder of the configuration, with `/`, as it is named there.
 */
export function ignorePath(text: string, path: string): readonly TextEdit[] | Refusal {
  // As in `.gitignore`: from the folder of the configuration, and no character of a name means more than itself.
  const pattern = `/${path.replaceAll(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')}`;
  return changed(text, `ignorePaths:\n  - ${JSON.stringify(pattern)}\n`, (root) => {
    const paths = root.at('ignorePaths');
    return paths.isWrongType('list') ? undefined : paths.append(pattern);
  });
}

/** @param first what a configuration without content becomes. @param change undefined where the file does not allow it. */
function changed(
  text: string,
  first: string,
  change: (root: Field) => Change | undefined,
): readonly TextEdit[] | Refusal {
  // Nothing but comments: there is no map yet that could be edited.
  if (text.split('\n').every((line) => /^[ \t]*(?:#|\r?$)/.test(line))) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    return [{ start: text.length, end: text.length, text: `${gap}${first}` }];
  }
  const document = parseDocument(text);
  const made = document.problems.length > 0 ? undefined : change(Field.root(document, true));
  return made === undefined ? { refused: 'The configuration has errors; fix them first.' } : editsFor(document, [made]);
}
