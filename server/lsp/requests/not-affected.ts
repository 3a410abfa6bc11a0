/** `seaworthy/notAffected`: that a known vulnerability does not affect an image, in the OpenVEX document of the workspace folder. */
import { normalised } from '../../../rules/facts/questions/images.ts';
import { LineTable } from '../../../rules/text/source.ts';
import { within } from '../../host/files.ts';
import { type Justification, justifications, vexPath, withStatement } from '../../scanners/openvex.ts';
import { pinOf } from '../../scanners/pin.ts';
import { toRange } from '../convert.ts';
import { object, oneOf, position, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import type { Session } from '../session.ts';
import { imageAt } from './image-at.ts';

export const notAffected: OwnRequest<'seaworthy/notAffected'> = {
  method: 'seaworthy/notAffected',
  shape: object({
    uri: text,
    position,
    id: text,
    justification: oneOf([...justifications]),
    impact: text,
    author: text,
  }),
  async answer(session, { uri, position: at, id, justification, impact, author }) {
    const known = await imageAt(session, { uri, position: at });
    const vulnerabilities = known?.result.report.vulnerabilities.filter((one) => one.id === id) ?? [];
    if (known === undefined || vulnerabilities.length === 0)
      return { refused: `No such vulnerability is known of the image: ${id}.` };
    if (impact.trim() === '') return { refused: 'Reviewers need a reason.' };
    const { reference, result, file } = known;
    const digest = reference.digest ?? pinOf(result.report, normalised(reference));
    if (digest === undefined)
      return { refused: 'The scan did not tell the digest of the image, and a statement is about one image alone.' };
    const { root } = session.folders.of(file.path);
    if (root === undefined) return { refused: 'There is no folder for the document.' };
    const there = await documentIn(session, root);
    if (there === undefined) return { refused: `${vexPath} cannot be read, or is a link out of the folder.` };
    const made = withStatement(
      there.text,
      {
        image: reference,
        digest,
        vulnerabilities,
        justification: justification as Justification,
        impact: impact.replaceAll(/\s+/g, ' ').trim(),
      },
      { author: author.trim() || 'unknown', now: session.images.now(), id: crypto.randomUUID() },
    );
    if ('refused' in made) return made;
    const before = there.text ?? '';
    const range = toRange(new LineTable(before), { start: 0, end: before.length });
    const edit = {
      textDocument: { uri: there.uri, version: session.documents.versionOf(there.uri) },
      edits: [{ range, newText: made.text }],
    };
    const create = { kind: 'create', uri: there.uri, options: { ignoreIfExists: true } } as const;
    return { documentChanges: there.text === undefined ? [create, edit] : [edit] };
  },
};

/** @returns undefined where the document is there and cannot be read. */
async function documentIn(
  { host, documents, images }: Session,
  root: string,
): Promise<{ readonly uri: string; readonly text: string | undefined } | undefined> {
  const path = within(root, vexPath);
  const uri = documents.paths.uriOf(path);
  const open = documents.text(uri);
  if (open !== undefined) return { uri, text: open };
  if ((await host.files.kind(path)) === undefined) return { uri, text: undefined };
  const read = images.vexFor(path).length === 0 ? undefined : await host.files.read(path);
  return read !== undefined && 'text' in read ? { uri, text: read.text } : undefined;
}
