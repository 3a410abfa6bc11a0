/** `seaworthy/ignorePath`: a file or a folder left out by the nearest `.seaworthy.yaml` above it, else by a new one in its folder. */
import { ignorePath as ignoring } from '../../../rules/engine/settings/change-configuration.ts';
import { isWithin, within } from '../../host/files.ts';
import { object, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import { changeConfiguration } from './configuration-edit.ts';

export const ignorePath: OwnRequest<'seaworthy/ignorePath'> = {
  method: 'seaworthy/ignorePath',
  shape: object({ uri: text }),
  async answer(session, { uri }) {
    const path = await session.documents.paths.of(uri);
    return changeConfiguration(session, { uri, where: 'nearest' }, ({ text: before, folder }) =>
      isWithin(folder, path) && path !== folder
        ? ignoring(before, path.slice(within(folder, '').length))
        : { refused: 'The configuration that counts for it lies in another folder.' },
    );
  },
};
