/**
 * Mistakes that other tools make, by name: what each gets wrong, on the smallest text that shows it, and what is said here. The tools were read at
 * their versions of 2026-11-23.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../rules/catalog/index.ts';
import { Scope } from '../harness/scope.ts';
import { clusters } from './peer-defects/clusters.ts';
import { dockerfiles } from './peer-defects/dockerfiles.ts';
import { securityContexts } from './peer-defects/security-contexts.ts';
import { workloads } from './peer-defects/workloads.ts';

for (const [title, defects] of [
  ['security contexts', securityContexts],
  ['workloads', workloads],
  ['several objects', clusters],
  ['Dockerfiles', dockerfiles],
] as const) {
  describe(`what others get wrong in ${title}`, () => {
    for (const { tool, says, text, found = [], quiet = [] } of defects) {
      it(`${tool}: ${says}`, () => {
        const seen = new Set(new Scope(rules, text).findings.map(({ rule }) => rule));
        assert.deepEqual(
          found.filter((rule) => !seen.has(rule)),
          [],
          'these are not found',
        );
        assert.deepEqual(
          quiet.filter((rule) => seen.has(rule)),
          [],
          'these are found',
        );
      });
    }
  });
}
