/** The same problem in every file; the client asks for the edit and shows it before it is made. */
import { clientCommands } from '../../protocol.ts';
import { isFixable } from './bulk.ts';
import { type Entry, isInFolder } from './code-action.ts';

export const fixRuleInWorkspace: Entry = {
  offer(problem) {
    const { client, document, first } = problem;
    if (!client.previewsFixes || !isInFolder(document) || !isFixable(problem)) return [];
    const title = `Fix all of ${first.rule} in the workspace, with a preview`;
    return [{ title, command: clientCommands.fixRuleInWorkspace, arguments: [first.rule] }];
  },
};
