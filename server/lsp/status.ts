/** What the client's status item shows of one document. */
import type { DocumentStatus } from '../protocol.ts';
import type { Analysis } from './analysis.ts';
import { sentenceOf } from './time-limit.ts';

/** @param found what is shown of the document. */
export function statusOf(
  uri: string,
  analysis: Analysis,
  found: Pick<DocumentStatus, 'findings' | 'places'>,
): DocumentStatus {
  const nothing = { findings: 0, places: 0 };
  if (analysis.kind === 'off') return { uri, state: 'skipped', ...nothing, durationMs: 0, reason: analysis.reason };
  const { state, durationMs, profile, overrun } = analysis;
  if (overrun !== undefined) return { uri, state: 'error', ...found, durationMs, reason: sentenceOf(overrun) };
  switch (state.kind) {
    case 'skipped':
      return { uri, state: 'skipped', ...nothing, durationMs, reason: state.reason };
    case 'other':
      return {
        uri,
        state: 'skipped',
        ...nothing,
        durationMs,
        reason: 'neither a Kubernetes manifest nor a Dockerfile',
      };
    case 'analysed':
      return { uri, state: 'checked', ...found, durationMs, profile };
  }
}
