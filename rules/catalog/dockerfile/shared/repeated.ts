/** Instructions of which only the last one of a stage counts. Source: Dockerfile reference, CMD, ENTRYPOINT, HEALTHCHECK. */
import type { Report } from '../../../contract/finding.ts';
import type { Stage } from '../../../model/dockerfile/stage.ts';
import { removeInstruction } from './edit.ts';

export function reportRepeated(stage: Stage, keyword: 'CMD' | 'ENTRYPOINT' | 'HEALTHCHECK', report: Report): void {
  const all = stage.instructions.filter((instruction) => instruction.keyword === keyword && !instruction.onbuild);
  for (const instruction of all.slice(0, -1)) {
    report(
      { anchor: instruction.keywordSpan, path: instruction.path },
      `Replaced by a later ${keyword} of the same stage.`,
      () => ({
        title: `Remove the ${keyword} that does not count`,
        edits: [removeInstruction(stage.file, instruction)],
      }),
    );
  }
}
