/** A comment that hides the problem and says why: on the line, for the container, the object or the file. */
import type { IgnoreScope } from '../../../rules/engine/findings/ignoring.ts';
import { clientCommands } from '../../protocol.ts';
import { type ActionData, type EditKind, type Entry, editsOfFix, findingOf, type Offer } from './code-action.ts';

const kind = 'ignore';

/** What an ignore says until its author says more. */
export const placeholderReason = 'say why this is fine here';

const scopes: readonly IgnoreScope[] = ['line', 'container', 'object', 'file'];

export const ignore: Entry & EditKind = {
  kind,
  offer({ document, client, first, rules }) {
    if (rules.length === 0) return [];
    const { workspace, uri, version } = document;
    return workspace.ignoreScopes(first).flatMap((scope): readonly Offer[] => {
      const ignored = workspace.ignoring(first, rules, placeholderReason, scope);
      if ('refused' in ignored) return [];
      const title = `${ignored.title}, with a reason`;
      const choice = { kind, fingerprint: first.fingerprint, rules, scope };
      if (!client.asksReasons) return [{ title, choice }];
      const data: ActionData = { uri, version, choice };
      return [{ title, command: clientCommands.ignore, arguments: [data] }];
    });
  },
  read({ fingerprint, rules, scope: given }) {
    const scope = scopes.find((one) => one === given);
    if (typeof fingerprint !== 'string' || scope === undefined || !isListOfTexts(rules)) return undefined;
    return (document, reason) =>
      editsOfFix(document.workspace.ignoring(findingOf(document, fingerprint), rules, reason, scope));
  },
};

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
