/** As whom a development container runs what its Dockerfile builds. Source: containers.dev, "Dev Container metadata reference", read 2026-11-28. */
import { baseName } from '../../text/path.ts';
import { Field } from '../../yaml/field.ts';
import { parseDocument } from '../../yaml/parse.ts';
import { type Fact, type FactSource, startOfFile } from '../fact.ts';

export interface DevContainerFact extends Fact {
  /** Seen from the folder of the file. */
  readonly dockerfile: string;
  /** Not root. */
  readonly user: string;
}

export const devContainer: FactSource<DevContainerFact> = {
  buildContext(path, text) {
    if (!/^\.?devcontainer\.json$/.test(baseName(path))) return undefined;
    // Comments are allowed, which YAML writes otherwise.
    const document = parseDocument(withoutComments(text));
    const root = Field.root(document, true);
    const user = root.at('remoteUser').text ?? root.at('containerUser').text;
    const dockerfile = root.at('build', 'dockerfile').text ?? root.at('dockerFile').text;
    if (dockerfile === undefined || user === undefined || /^(?:root|0)?$|\$/.test(user)) return [];
    return [{ says: { dockerfile, user }, places: { name: startOfFile } }];
  },
};

/** Comments that begin a line are blanks then; others stay, since texts hold such marks, too. */
function withoutComments(text: string): string {
  let isInside = false;
  const lines = text.split('\n').map((line) => {
    const start = line.trimStart();
    if (!isInside && start.startsWith('//')) return '';
    if (!isInside && !start.startsWith('/*')) return line;
    const end = line.indexOf('*/');
    isInside = end < 0;
    return isInside ? '' : line.slice(end + 2);
  });
  return lines.join('\n');
}
