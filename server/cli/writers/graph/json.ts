/** A blast radius as JSON for other programs: a contract, so that names and shapes stay. Positions are zero-based and in UTF-16, as in LSP. */
import { visibleJson } from '../../../../rules/text/visible.ts';
import type { FileRadius } from '../../file-radius.ts';

export const writeJson = (radius: FileRadius): string => `${visibleJson(JSON.stringify(radius, null, 2))}\n`;
