/** `textDocument/definition`: the account, role, map, pods or Dockerfile that a place names. */
import type { DefinitionParams, Location } from 'vscode-languageserver';
import { linksAt } from '../../../rules/engine/links.ts';
import { locationOf } from '../locations.ts';
import { atPosition } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';
import { withWholeFolder } from '../whole-folder.ts';

export const definition: Request<DefinitionParams, Location[]> = {
  method: 'textDocument/definition',
  shape: atPosition,
  async answer(session, { textDocument: { uri }, position }) {
    const document = await withWholeFolder(session, uri);
    if (document === undefined) return [];
    const { workspace, path, lines } = document;
    const links = linksAt(workspace, path, lines.offsetAt(position));
    return links.flatMap(({ to }) => to).flatMap((place) => locationOf(workspace, session.documents, place));
  },
};
