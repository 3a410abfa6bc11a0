/** What the client's status item shows of one document. */
import type { DocumentStatus } from '../protocol.ts';
import type { Analysis } from './folder.ts';
import { sentenceOf } from './time-limit.ts';

export function statusOf(uri: string, analysis: Analysis, findings: number): DocumentStatus {
  if (analysis.kind === 'off') return { uri, state: 'skipped', findings: 0, durationMs: 0, reason: analysis.reason };
  const { state, durationMs, profile, overrun } = analysis;
  if (overrun !== undefined) return { uri, state: 'error', findings, durationMs, reason: sentenceOf(overrun) };
  switch (state.kind) {
    case 'skipped':
      return { uri, state: 'skipped', findings: 0, durationMs, reason: state.reason };
    case 'other':
      return {
        uri,
        state: 'skipped',
        findings: 0,
        durationMs,
        reason: 'neither a Kubernetes manifest nor a Dockerfile',
      };
    case 'analysed':
      return { uri, state: 'checked', findings, durationMs, profile };
  }
}
