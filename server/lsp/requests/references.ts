/** `textDocument/references`: who names an account or a role, in all files that are known. */
import type { Location, ReferenceParams } from 'vscode-languageserver';
import { usesAt } from '../../../rules/engine/links.ts';
import { locationOf } from '../locations.ts';
import { flag, identified, object, optional, position } from '../parameter-shapes.ts';
import type { Request } from '../request.ts';
import { withWholeFolder } from '../whole-folder.ts';

export const references: Request<ReferenceParams, Location[]> = {
  method: 'textDocument/references',
  shape: object({
    textDocument: identified,
    position,
    context: optional(object({ includeDeclaration: optional(flag) })),
  }),
  async answer(session, { textDocument: { uri }, position: at, context }) {
    const document = await withWholeFolder(session, uri);
    if (document === undefined) return [];
    const { workspace, path, lines } = document;
    const found = usesAt(workspace, path, lines.offsetAt(at));
    if (found === undefined) return [];
    const places = context?.includeDeclaration === true ? [...found.declared, ...found.uses] : found.uses;
    return places.flatMap((place) => locationOf(workspace, session.documents, place));
  },
};
