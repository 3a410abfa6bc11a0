import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Ajv } from 'ajv';
import { obeyed } from './formats.ts';
import { sample } from './sample.ts';

const text = { type: 'string', minLength: 1 };
const moment = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$' };
const tool = {
  type: 'object',
  required: ['id', 'name', 'version', 'vendor'],
  properties: { id: text, name: text, version: text, vendor: { type: 'object', required: ['name'] } },
};
/** What GitLab's schema for `sast` asks for, version 15.2.1, as far as it concerns what is written. */
const schema = {
  type: 'object',
  required: ['scan', 'version', 'vulnerabilities'],
  properties: {
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    scan: {
      type: 'object',
      required: ['analyzer', 'scanner', 'start_time', 'end_time', 'status', 'type'],
      properties: {
        analyzer: tool,
        scanner: tool,
        start_time: moment,
        end_time: moment,
        status: { enum: ['success', 'failure'] },
        type: { const: 'sast' },
        messages: {
          type: 'array',
          items: {
            type: 'object',
            required: ['level', 'value'],
            properties: { level: { enum: ['info', 'warn', 'fatal'] }, value: text },
          },
        },
      },
    },
    vulnerabilities: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'identifiers', 'location'],
        properties: {
          id: text,
          name: { type: 'string', maxLength: 255 },
          description: { type: 'string', maxLength: 1048576 },
          severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
          solution: { type: 'string', maxLength: 7000 },
          location: {
            type: 'object',
            properties: { file: text, start_line: { type: 'number' }, end_line: { type: 'number' } },
          },
          identifiers: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['type', 'name', 'value'],
              properties: { type: text, name: text, value: text },
            },
          },
        },
      },
    },
  },
};

interface SastReport {
  readonly scan: {
    readonly start_time: string;
    readonly end_time: string;
    readonly messages: readonly { readonly value: string }[];
  };
  readonly vulnerabilities: readonly {
    readonly id: string;
    readonly location: { readonly file: string; readonly start_line: number };
    readonly identifiers: readonly { readonly value: string }[];
  }[];
}

it("GitLab's security report has a vulnerability for each finding, and what was skipped", () => {
  const folder = sample();
  const { findings } = folder.run('scan', '--format', 'json').json();
  const { out } = folder.run('scan', '--format', 'gitlab-sast');
  folder.remove();
  assert.doesNotMatch(out, obeyed);
  const report = JSON.parse(out) as SastReport;
  const validate = new Ajv().compile(schema);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  assert.deepEqual(
    report.vulnerabilities.map(({ id, location, identifiers }) => [
      identifiers[0]?.value,
      id,
      location.file,
      location.start_line - 1,
    ]),
    findings.map(({ rule, fingerprint, file, range }) => [rule, fingerprint, file, range.start.line]),
  );
  assert.ok(report.scan.start_time <= report.scan.end_time);
  assert.deepEqual(
    report.scan.messages.map(({ value }) => value),
    ['deploy/binary.yaml: binary file'],
  );
});
