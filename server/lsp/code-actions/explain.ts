/** The page of a rule, which the client opens. */
import { clientCommands } from '../../protocol.ts';
import type { Entry } from './code-action.ts';

export const explain: Entry = {
  offer: ({ client, rules }) =>
    client.opensPages
      ? rules.map((rule) => ({
          title: `What is ${rule}?`,
          command: clientCommands.openRulePage,
          arguments: [rule],
        }))
      : [],
};
