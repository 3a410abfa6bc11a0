/** Switches a rule off in the configuration file that counts for the active file. */
import { activeFile } from '../active-file.ts';
import { ask } from '../ask.ts';
import { applyConfigurationEdit, askReason } from '../configuration-edit.ts';
import type { Command } from './command.ts';
import { chooseRule } from './open-rule-page.ts';

export const turnRuleOff: Command = {
  id: 'seaworthy.turnOff',
  /** Asks which rule. */
  async run({ client, extension }) {
    const file = await activeFile();
    const rule = file === undefined ? undefined : await chooseRule(extension);
    if (file === undefined || rule === undefined) return;
    const reason = await askReason(rule);
    if (reason === undefined) return;
    const uri = client.code2ProtocolConverter.asUri(file.uri);
    const asked = { uri, rule, severity: 'off', where: 'nearest', reason } as const;
    await applyConfigurationEdit(client, await ask(client, 'seaworthy/configureRule', asked));
  },
};
