/** `seaworthy/configureRule`: a rule given another severity, or switched off, in a `.seaworthy.yaml` that exists or is made. */
import { severities } from '../../../rules/contract/finding.ts';
import { configureRule as configuring } from '../../../rules/engine/settings/change-configuration.ts';
import { object, oneOf, optional, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import { changeConfiguration } from './configuration-edit.ts';

export const configureRule: OwnRequest<'seaworthy/configureRule'> = {
  method: 'seaworthy/configureRule',
  shape: object({
    uri: text,
    rule: text,
    severity: oneOf([...severities, 'off']),
    where: oneOf(['nearest', 'folder', 'workspace']),
    reason: optional(text),
  }),
  answer(session, { uri, rule, severity, where, reason }) {
    // An id is written as a key; whatever else it is, no rule bears it.
    if (!session.rulesById.has(rule)) return { refused: `There is no rule ${JSON.stringify(rule)}.` };
    return changeConfiguration(session, { uri, where }, ({ text: before, base }) =>
      configuring(before, rule, { severity, reason: reason ?? undefined, base }),
    );
  },
};
