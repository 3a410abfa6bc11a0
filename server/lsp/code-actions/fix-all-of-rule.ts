/** The same problem elsewhere: the client asks whether in the file or in the workspace, and previews the latter. */
import { clientCommands } from '../../protocol.ts';
import { isFixable } from './bulk.ts';
import { type ActionData, type Entry, isInFolder } from './code-action.ts';
import { fixRuleInFile } from './fix-rule-in-file.ts';

export const fixAllOfRule: Entry = {
  offer(problem) {
    const { client, document, first } = problem;
    if (!client.previewsFixes || !isInFolder(document) || !isFixable(problem)) return [];
    const { uri, version } = document;
    const data: ActionData = { uri, version, choice: { kind: fixRuleInFile.kind, rule: first.rule } };
    return [
      { title: `Fix all of ${first.rule}...`, command: clientCommands.fixAllOfRule, arguments: [first.rule, data] },
    ];
  },
};
