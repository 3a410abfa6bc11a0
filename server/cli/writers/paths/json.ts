/** Attack paths as JSON for other programs: a contract, so that names and shapes stay. Positions are zero-based and in UTF-16, as in LSP. */
import { visibleJson } from '../../../../rules/text/visible.ts';
import type { FilePaths } from '../../file-paths.ts';

export const writeJson = (report: FilePaths): string => `${visibleJson(JSON.stringify(report, null, 2))}\n`;
