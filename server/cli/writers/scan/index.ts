/** Formats of a scan's result. Each writer makes one text of a survey; none reads files or decides what is bad. */

import type { Survey } from '../../scan-report.ts';
import { writeJson } from './json.ts';
import { writeText } from './text.ts';

export type Writer = (survey: Survey, durationMs: number) => string;

export const writers = { text: writeText, json: writeJson } as const satisfies { readonly [format: string]: Writer };
