import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import AjvDraft4 from 'ajv-draft-04';
import { applyEdits } from '../../../../../rules/text/edit.ts';
import { LineTable } from '../../../../../rules/text/source.ts';
import { writeSarif } from '../../../../../server/cli/writers/scan/sarif.ts';
import { Folder, type Report } from '../../program.ts';
import { pod, sample } from './sample.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: Region;
  };
}

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly help: { readonly text: string };
          readonly properties: { readonly tags: readonly string[]; readonly 'security-severity'?: string };
        }[];
      };
    };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly Location[];
      readonly relatedLocations?: readonly Location[];
      readonly partialFingerprints: { readonly [name: string]: string };
      readonly fixes?: readonly {
        readonly artifactChanges: readonly {
          readonly replacements: readonly {
            readonly deletedRegion: Region;
            readonly insertedContent?: { readonly text: string };
          }[];
        }[];
      }[];
      readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
    }[];
  }[];
}

// The schema of OASIS, which the package of SARIF's authors brings.
const itsPackage = import.meta.resolve('@microsoft/jest-sarif');
const schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0-rtm.5.json', itsPackage), 'utf8'));
const validate = new AjvDraft4({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema);

const assertValid = (log: unknown): void => assert.ok(validate(log), JSON.stringify(validate.errors, null, 1));

describe('SARIF', () => {
  let folder: Folder;
  let log: Log;
  let json: Report;
  before(() => {
    folder = sample();
    log = JSON.parse(folder.run('scan', '--format', 'sarif').out);
    json = folder.run('scan', '--format', 'json').json();
  });
  after(() => folder.remove());
  const results = (): Log['runs'][number]['results'] => log.runs[0]?.results ?? [];

  it('is valid by its schema', () => {
    assertValid(log);
    assert.ok(!validate({ ...log, runs: [{}] }), 'the schema is one');
  });

  it('holds what JSON holds, at the same places and with the same fingerprints', () => {
    const told = results()
      .filter(({ suppressions }) => suppressions === undefined)
      .map(({ ruleId, locations, partialFingerprints }) => {
        const place = locations[0]?.physicalLocation;
        return [
          ruleId,
          decodeURIComponent(place?.artifactLocation.uri ?? ''),
          (place?.region.startLine ?? 0) - 1,
          (place?.region.startColumn ?? 0) - 1,
          partialFingerprints['seaworthy/v1'],
        ];
      });
    assert.deepEqual(
      told,
      json.findings.map(({ rule, file, range, fingerprint }) => [
        rule,
        file,
        range.start.line,
        range.start.character,
        fingerprint,
      ]),
    );
    assert.ok(told.length > 20);
  });

  it('names each rule once, with help, and a number for what is dangerous', () => {
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of results()) assert.equal(rules[ruleIndex]?.id, ruleId);
    for (const { help, properties } of rules) {
      assert.match(help.text, /What to do: /);
      assert.ok(properties.tags.length <= 20);
    }
    const numbers = new Map(rules.map(({ id, properties }) => [id, Number(properties['security-severity'])]));
    assert.equal(numbers.get('privileged-container'), 8);
  });

  it('says what its author hid, and why', () => {
    const hidden = results().filter(({ suppressions }) => suppressions !== undefined);
    assert.deepEqual(
      hidden.map(({ ruleId, locations, suppressions }) => [
        ruleId,
        locations[0]?.physicalLocation.artifactLocation.uri,
        suppressions?.[0]?.kind,
        suppressions?.[0]?.justification,
      ]),
      [['privileged-container', 'deploy/hidden.yaml', 'inSource', 'the debugger of "nodes" <needs> it']],
    );
  });

  it('carries fixes that a program can apply', () => {
    const result = results().find(({ ruleId }) => ruleId === 'apt-prompt');
    const text = folder.read('app/Dockerfile');
    const lines = new LineTable(text);
    const at = (line: number, column: number): number => lines.offsetAt({ line: line - 1, character: column - 1 });
    const edits = (result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? []).map(
      ({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => ({
        start: at(startLine, startColumn),
        end: at(endLine, endColumn),
        text: insertedContent?.text ?? '',
      }),
    );
    assert.equal(applyEdits(text, edits), text.replace('install curl', 'install -y curl'));
  });

  it('has no path that leaves the base', () => {
    folder.write('elsewhere/here.txt', '');
    folder.write('outside.yaml', pod('outside'));
    const inner = folder.in('elsewhere').run('scan', '../outside.yaml', '--format', 'sarif');
    const own = JSON.parse(inner.out) as Log;
    assertValid(own);
    const artifactLocation = own.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation;
    assert.match(artifactLocation?.uri ?? '', /^file:\/\/\/.*\/outside\.yaml$/);
    assert.equal(artifactLocation?.uriBaseId, undefined);
  });

  it('says what it could not read', () => {
    const said = log.runs[0]?.invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text);
    assert.deepEqual(said, ['deploy/binary.yaml: binary file']);
  });
});

describe('what GitHub would not take', () => {
  const found = (rule: string, severity: 'high' | 'low', i: number): object => ({
    finding: { rule, severity, message: `A sentence ${i}.`, path: '/x.yaml', fingerprint: String(i), related: [] },
    related: [],
    start: { line: 0, character: 0 },
    end: { line: 0, character: 1 },
    edit: {
      title: 'Write it',
      replacements: [{ start: { line: 0, character: 0 }, end: { line: 0, character: 0 }, text: 'x'.repeat(100) }],
    },
  });
  const survey = {
    files: [
      {
        findings: [
          ...Array.from({ length: 30 }, (_, i) => found('missing-liveness-probe', 'low', i)),
          ...Array.from({ length: 10 }, (_, i) => found('privileged-container', 'high', 100 + i)),
        ],
        ignored: [],
      },
    ],
    skipped: [],
    failed: false,
  } as unknown as Parameters<typeof writeSarif>[0];
  const written = (
    most: Parameters<typeof writeSarif>[3],
  ): { readonly log: Log; readonly notes: readonly string[]; readonly size: number } => {
    const notes: string[] = [];
    const text = writeSarif(survey, 0, (line) => notes.push(line), most);
    return { log: JSON.parse(text) as Log, notes, size: gzipSync(text).length };
  };

  it('is left out, the least severe first, and said in the file and beside it', () => {
    const { log, notes } = written({ results: 15, shown: 12, bytes: 1e9 });
    const [run] = log.runs;
    assert.deepEqual(
      run?.results.map(({ level }) => level),
      [...Array(10).fill('error'), ...Array(5).fill('note')],
    );
    assert.match(notes[0] ?? '', /^25 results of the lowest severity are left out/);
    assert.match(notes[1] ?? '', /^GitHub keeps the worst 12 of 15 results/);
    assert.equal(run?.invocations[0]?.toolExecutionNotifications[0]?.message.text, notes[0]);
  });

  it('loses its fixes before its results', () => {
    const whole = written({ results: 50, shown: 50, bytes: 1e9 });
    assert.deepEqual([whole.notes, whole.log.runs[0]?.results.length], [[], 40]);
    const { log, notes, size } = written({ results: 50, shown: 50, bytes: whole.size - 1 });
    assert.ok(log.runs[0]?.results.every(({ fixes }) => fixes === undefined));
    assert.match(notes.at(-1) ?? '', /^fixes are left out/);
    const small = written({ results: 50, shown: 50, bytes: size - 1 });
    assert.ok((small.log.runs[0]?.results.length ?? 0) < 40);
    assert.equal(small.log.runs[0]?.results[0]?.ruleId, 'privileged-container');
  });
});

describe('fixes in a long text', () => {
  it('are made as long as that takes no longer than the text is worth, and those that are not are counted', () => {
    const folder = new Folder();
    const containers = Array.from(
      { length: 400 },
      (_, i) => `    - name: c${i}\n      image: registry.example.com/${'x'.repeat(100)}:${i}\n`,
    );
    const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  containers:\n${containers.join('')}`;
    folder.write('web.yaml', text);
    const { out, error } = folder.run('scan', '--format', 'sarif');
    folder.remove();
    const results = (JSON.parse(out) as Log).runs[0]?.results ?? [];
    const made = results.filter(({ fixes }) => fixes !== undefined).length;
    assert.ok(made > 50 && made < results.length / 2, String(made));
    assert.match(error, /^seaworthy: web\.yaml: \d+ fixes are left out: there are too many in too long a text\n$/);
  });
});
