/** Formats of a scan's result. Each writer makes one text of a survey; none reads files or decides what is bad. */

import type { Survey } from '../../scan-report.ts';
import { writeCheckstyle } from './checkstyle.ts';
import { writeCsv } from './csv.ts';
import { writeGithub } from './github.ts';
import { writeGitlabCodequality } from './gitlab-codequality.ts';
import { writeGitlabSast } from './gitlab-sast.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { writeJunit } from './junit.ts';
import { writeSarif } from './sarif.ts';
import { writeText } from './text.ts';

/** @param note is told what the text does not hold, in lines for people. */
export type Writer = (survey: Survey, durationMs: number, note: (line: string) => void) => string;

export const writers = {
  text: writeText,
  json: writeJson,
  sarif: writeSarif,
  github: writeGithub,
  'gitlab-codequality': writeGitlabCodequality,
  'gitlab-sast': writeGitlabSast,
  junit: writeJunit,
  checkstyle: writeCheckstyle,
  csv: writeCsv,
  html: writeHtml,
} as const satisfies { readonly [format: string]: Writer };
