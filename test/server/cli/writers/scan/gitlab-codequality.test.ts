import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { obeyed } from './formats.ts';
import { pod, sample } from './sample.ts';

/** What GitLab asks for: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format". */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'location', 'severity'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // Relative, and without `./` at its beginning.
          path: { type: 'string', pattern: '^(?!/|\\./|\\.\\./)' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

interface Issue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

describe("GitLab's Code Quality", () => {
  const validate = new Ajv().compile(schema);

  it('has an issue for each finding, with its fingerprint', () => {
    const folder = sample();
    const { findings } = folder.run('scan', '--format', 'json').json();
    const { out } = folder.run('scan', '--format', 'gitlab-codequality');
    folder.remove();
    assert.doesNotMatch(out, obeyed);
    const issues = JSON.parse(out) as readonly Issue[];
    assert.ok(validate(issues), JSON.stringify(validate.errors));
    assert.deepEqual(
      issues.map(({ check_name, fingerprint, location }) => [
        check_name,
        fingerprint,
        location.path,
        location.lines.begin - 1,
      ]),
      findings.map(({ rule, fingerprint, file, range }) => [rule, fingerprint, file, range.start.line]),
    );
  });

  it('has no fingerprint twice, though two scopes hold files of one name', () => {
    const folder = sample();
    folder.write('one/pod.yaml', pod('web'));
    folder.write('two/pod.yaml', pod('web'));
    const { out } = folder.run('scan', 'one', 'two', '--each', '--format', 'gitlab-codequality');
    folder.remove();
    const prints = (JSON.parse(out) as readonly Issue[]).map(({ fingerprint }) => fingerprint);
    assert.ok(
      prints.some((print) => print.endsWith('-2')),
      'the sample has twins',
    );
    assert.equal(new Set(prints).size, prints.length);
  });
});
