/** A comment that hides a problem and says why: on the line, for the container, the object or the file. */
import type { IgnoreScope } from '../../../rules/engine/findings/ignoring.ts';
import { clientCommands, type IgnoreChoice } from '../../protocol.ts';
import {
  type Choice,
  type EditKind,
  editsOfFix,
  findingOf,
  type Offer,
  type Problem,
  type SharedEntry,
} from './code-action.ts';

const kind = 'ignore';

/** What an ignore says until its author says more. */
export const placeholderReason = 'say why this is fine here';

const scopes: readonly IgnoreScope[] = ['line', 'container', 'object', 'file'];

/** So many ignores are entries of their own where the client cannot ask which. */
const entryLimit = 2;

interface Scoped {
  readonly title: string;
  readonly choice: Choice;
}

export const ignore: SharedEntry & EditKind = {
  kind,
  offerForAll(problems) {
    const [first] = problems as [Problem];
    const { client, document } = first;
    if (!client.asksReasons)
      return scopesOf(first)
        .slice(0, entryLimit)
        .map(({ title, choice }): Offer => ({ title: `${title}, with a reason`, choice }));
    const { uri, version } = document;
    const choices = problems.flatMap((problem) =>
      scopesOf(problem).map(
        ({ title, choice }): IgnoreChoice => ({
          title,
          message: problem.first.message,
          action: { uri, version, choice },
        }),
      ),
    );
    return choices.length === 0 ? [] : [{ title: 'Ignore...', command: clientCommands.ignore, arguments: [choices] }];
  },
  read({ fingerprint, rules, scope: given }) {
    const scope = scopes.find((one) => one === given);
    if (typeof fingerprint !== 'string' || scope === undefined || !isListOfTexts(rules)) return undefined;
    return (document, reason) =>
      editsOfFix(document.workspace.ignoring(findingOf(document, fingerprint), rules, reason, scope));
  },
};

/** Where a problem can be ignored, the least first. */
function scopesOf({ document: { workspace }, first, rules }: Problem): readonly Scoped[] {
  if (rules.length === 0) return [];
  return workspace.ignoreScopes(first).flatMap((scope): readonly Scoped[] => {
    const ignored = workspace.ignoring(first, rules, placeholderReason, scope);
    if ('refused' in ignored) return [];
    return [{ title: ignored.title, choice: { kind, fingerprint: first.fingerprint, rules, scope } }];
  });
}

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
