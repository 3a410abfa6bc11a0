import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseImageReference } from '../../../rules/model/image/reference.ts';
import { type NotAffected, withStatement } from '../../../server/scanners/openvex.ts';
import type { Vulnerability } from '../../../server/scanners/report.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const found = (name: string, purl?: string): Vulnerability => ({
  id: 'CVE-1',
  aliases: ['GHSA-1'],
  severity: 'high',
  package: { name, version: '1', ...(purl === undefined ? {} : { purl }) },
  fixed: [],
  title: '',
});
const of = (image: string, ...vulnerabilities: readonly Vulnerability[]): NotAffected => ({
  image: parseImageReference(image),
  digest,
  vulnerabilities,
  justification: 'vulnerable_code_not_in_execute_path',
  impact: 'we call nothing of it',
});
const origin = { author: 'Team', now: '2026-11-28T12:00:00.000Z', id: '00000000-0000-4000-8000-000000000000' };
const musl = found('musl', 'pkg:apk/alpine/musl@1.1.22-r2?arch=x86_64&distro=3.10.2');

interface Document {
  readonly version: number;
  readonly author: string;
  readonly last_updated?: string;
  readonly statements: readonly {
    readonly status: string;
    readonly products: readonly {
      readonly '@id': string;
      readonly subcomponents: readonly { readonly '@id': string }[];
    }[];
    readonly vulnerability: object;
  }[];
}
function write(text: string | undefined, about: NotAffected): Document & { readonly text: string } {
  const made = withStatement(text, about, origin);
  assert.ok('text' in made, JSON.stringify(made));
  return { ...(JSON.parse(made.text) as Document), text: made.text };
}

it('a statement names the image as Trivy and as Grype do, and the packages without their qualifiers', () => {
  const { statements, version, author } = write(undefined, of('alpine:3.10', musl, found('x'), musl));
  assert.deepEqual([statements.length, version, author], [1, 1, 'Team']);
  const [statement] = statements;
  assert.deepEqual(
    statement?.products.map((one) => one['@id']),
    [
      `pkg:oci/alpine@sha256%3A${'a'.repeat(64)}?repository_url=index.docker.io%2Flibrary%2Falpine`,
      `pkg:oci/alpine@sha256%3A${'a'.repeat(64)}?repository_url=index.docker.io%2Flibrary`,
    ],
  );
  for (const { subcomponents } of statement.products)
    assert.deepEqual(subcomponents, [{ '@id': 'pkg:apk/alpine/musl@1.1.22-r2' }]);
  assert.deepEqual(
    [statement.status, statement.vulnerability],
    ['not_affected', { name: 'CVE-1', aliases: ['GHSA-1'] }],
  );
  const other = write(undefined, of('ghcr.io/acme/shop/web@sha256:1', musl)).statements[0]?.products[1];
  assert.match(other?.['@id'] ?? '', /repository_url=ghcr\.io%2Facme%2Fshop$/);
});

it('another one stands behind those that are there, and nothing else of the document changes', () => {
  const first = write(undefined, of('alpine:3.10', musl)).text;
  const own = JSON.stringify({ ...JSON.parse(first), role: 'ours' });
  const second = write(own, { ...of('alpine:3.10', found('ssl', 'pkg:deb/debian/openssl@3')), impact: 'no' });
  assert.deepEqual([second.statements.length, second.version, second.last_updated], [2, 2, origin.now]);
  assert.match(second.text, /"role": "ours"/);
});

it('what is no OpenVEX document is left alone, and a statement without a package is not made', () => {
  for (const text of ['', '{}', '[]', '{"@context":"https://example.com","statements":[]}'])
    assert.match(JSON.stringify(withStatement(text, of('a', musl), origin)), /no OpenVEX document/, text);
  assert.match(JSON.stringify(withStatement(undefined, of('a', found('x')), origin)), /which package/);
  assert.match(JSON.stringify(withStatement(undefined, of('a'), origin)), /which package/);
});
