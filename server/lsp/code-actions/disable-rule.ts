/** A rule switched off in the configuration file; the client asks for the edit and shows the file. */
import { clientCommands } from '../../protocol.ts';
import { type Entry, isInFolder } from './code-action.ts';

export const disableRule: Entry = {
  offer: ({ client, document, rules }) =>
    client.disablesRules && isInFolder(document)
      ? rules.map((rule) => ({
          title: `Turn ${rule} off in .seaworthy.yaml`,
          command: clientCommands.disableRule,
          arguments: [document.uri, rule],
        }))
      : [],
};
