/** Edits of a `.seaworthy.yaml` that a menu makes: nothing else of the file changes. */
import type { Severity } from '../../contract/finding.ts';
import { differences } from '../../text/difference.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { type Change, isRefusal, type Refusal } from '../../yaml/change.ts';
import { editsFor } from '../../yaml/edit.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import type { AcceptedVulnerability } from './accepted.ts';

/**
 * Gives a rule a severity, or switches it off.
 * @param text of the configuration; empty for a new one. @param base what a new one lies over, as it is written there; undefined for nothing.
 * @param reason why, which is written behind it as a comment.
 */
export function configureRule(
  text: string,
  rule: string,
  { severity, reason, base }: { severity: Severity | 'off'; reason: string | undefined; base: string | undefined },
): readonly TextEdit[] | Refusal {
  const over = base === undefined ? '' : `extends: ${JSON.stringify(base)}\n`;
  const edits = changed(text, `${over}rules:\n  ${rule}: ${severity}\n`, (root) => {
    const rules = root.at('rules');
    if (rules.isWrongType('map')) return undefined;
    const own = rules.at(rule);
    return (own.isMap ? own.at('severity') : own).set(severity);
  });
  if (isRefusal(edits) || reason === undefined) return edits;
  const after = applyEdits(text, edits);
  const own = Field.root(parseDocument(after), true).at('rules', rule);
  const end = (own.isMap ? own.at('severity') : own).anchor.end;
  // Nowhere else can a comment stand without meaning something else, such as within brackets.
  const isLast = /^[ \t]*(?:\r?\n|$)/.test(after.slice(end));
  const comment = ` # ${reason.replaceAll(/\s+/g, ' ').trim()}`;
  return isLast ? differences(text, after.slice(0, end) + comment + after.slice(end)) : edits;
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

/**
 * Accepts a known vulnerability of an image until a day.
 * @param text of the configuration; empty for a new one. @param base as for `configureRule`.
 */
export function acceptVulnerability(
  text: string,
  { id, images, reason, until }: AcceptedVulnerability,
  base: string | undefined,
): readonly TextEdit[] | Refusal {
  const item = { id, images: [...images], reason, until };
  const lines = [
    ...(base === undefined ? [] : [`extends: ${JSON.stringify(base)}`]),
    'vulnerabilities:',
    `  - id: ${JSON.stringify(id)}`,
    `    images: [${images.map((image) => JSON.stringify(image)).join(', ')}]`,
    `    reason: ${JSON.stringify(reason)}`,
    `    until: ${until}`,
  ];
  return changed(text, `${lines.join('\n')}\n`, (root) => {
    const accepted = root.at('vulnerabilities');
    return accepted.isWrongType('list') ? undefined : accepted.append(item);
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
