/** Switches a rule off in the configuration file. */
import { activeFile } from '../active-file.ts';
import { ask } from '../ask.ts';
import { applyConfigurationEdit } from '../configuration-edit.ts';
import type { Command } from './command.ts';
import { chooseRule } from './open-rule-page.ts';

export const disableRule: Command = {
  id: 'seaworthy.turnOff',
  /** @param uri of the document that a finding of `rule` is in; left out: the active one. Without a rule, asks which. */
  async run({ client, extension }, uri, rule) {
    const file = typeof uri === 'string' ? uri : (await activeFile())?.uri.toString();
    if (file === undefined) return;
    const chosen = typeof rule === 'string' ? rule : await chooseRule(extension);
    if (chosen === undefined) return;
    await applyConfigurationEdit(client, await ask(client, 'seaworthy/disableRule', { uri: file, rule: chosen }));
  },
};
