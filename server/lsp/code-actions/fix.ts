/** Each fix of a problem by itself. */
import { type EditKind, type Entry, editsOfFix, findingOf, isInFolder } from './code-action.ts';

const kind = 'fix';

export const fix: Entry & EditKind = {
  kind,
  offer: ({ document, client, findings }) =>
    findings.flatMap((finding) =>
      document.workspace.fixes(finding).flatMap((one, index) => {
        if (!('edits' in one)) return [];
        // What is saved nowhere has no folder for another file.
        if (one.creates !== undefined && !(client.createsFiles && isInFolder(document))) return [];
        // The file that lists it is read for who chooses it.
        if (one.creates?.some(({ listIn }) => listIn !== undefined) && !client.resolvesActions) return [];
        const choice = { kind, fingerprint: finding.fingerprint, index };
        return [{ title: one.title, choice, isPreferable: !one.assumes }];
      }),
    ),
  read({ fingerprint, index }) {
    if (typeof fingerprint !== 'string' || typeof index !== 'number') return undefined;
    return (document) => editsOfFix(document.workspace.fixes(findingOf(document, fingerprint))[index]);
  },
};
