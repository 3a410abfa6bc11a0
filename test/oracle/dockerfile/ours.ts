/** Our reading of a Dockerfile in the words of the oracle. */
import { parseDockerfile } from '../../../rules/model/dockerfile/file.ts';
import { LineTable } from '../../../rules/text/source.ts';
import type { SeenFile } from './oracle.ts';

export function seenByUs(text: string): SeenFile {
  const file = parseDockerfile(text);
  const lines = new LineTable(text);
  const lineOf = (offset: number): number => lines.positionAt(offset).line + 1;
  return {
    escape: file.escape,
    instructions: file.instructions.map(({ keyword, onbuild, span, flags, json, heredocs }) => ({
      keyword: onbuild ? 'ONBUILD' : keyword,
      ...(onbuild ? { trigger: keyword } : {}),
      start: lineOf(span.start),
      end: lineOf(span.end),
      ...(flags.length === 0
        ? {}
        : { flags: flags.map(({ name, value }) => `--${name}${value === undefined ? '' : `=${value}`}`) }),
      ...(json === undefined || json === 'malformed' ? {} : { json: json.items }),
      ...(heredocs.length === 0 ? {} : { heredocs: heredocs.map(({ name }) => name) }),
    })),
  };
}
