/** `seaworthy/disableRule`: a rule switched off in the nearest `.seaworthy.yaml` above a document, else in a new one in its folder. */
import { disableRule as disabling } from '../../../rules/engine/settings/change-configuration.ts';
import { object, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import { changeConfiguration } from './configuration-edit.ts';

export const disableRule: OwnRequest<'seaworthy/disableRule'> = {
  method: 'seaworthy/disableRule',
  shape: object({ uri: text, rule: text }),
  answer: (session, { uri, rule }) => changeConfiguration(session, uri, (before) => disabling(before, rule)),
};
