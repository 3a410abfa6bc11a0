/** What rules mean, and how much they count: the client shows their pages and asks for changes of the configuration. */
import { clientCommands } from '../../protocol.ts';
import { isInFolder, type SharedEntry } from './code-action.ts';

export const explain: SharedEntry = {
  offerForAll(problems) {
    const rules = [...new Set(problems.flatMap((problem) => problem.rules))];
    const document = problems[0]?.document;
    if (rules.length === 0 || document === undefined || problems[0]?.client.configuresRules !== true) return [];
    // What is saved nowhere has no configuration.
    const uri = isInFolder(document) ? document.uri : null;
    return [{ title: 'Explain and configure...', command: clientCommands.explainRule, arguments: [rules, uri] }];
  },
};
