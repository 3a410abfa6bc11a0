import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSource, sizeLimit } from '../../../../rules/engine/analyse/source-file.ts';
import { podText } from '../fixture.ts';

const kindOf = (path: string, text: string, more: { languageId?: string; inChart?: boolean } = {}): string => {
  const source = readSource({ path, text, ...more });
  return source.kind === 'skipped' ? source.reason : source.kind;
};

describe('what a file is', () => {
  it('a manifest by its content, in YAML and JSON', () => {
    assert.equal(kindOf('a.yaml', podText('a')), 'manifest');
    assert.equal(kindOf('a.json', '{"apiVersion":"v1","kind":"Pod"}'), 'manifest');
  });

  it('other YAML is dropped before any parse', () => {
    assert.equal(kindOf('a.yaml', 'a: 1\n'), 'other');
    assert.equal(kindOf('docker-compose.yml', 'services: {}\n# apiVersion kind\n'), 'compose');
  });

  it('a Dockerfile by its name or its language', () => {
    assert.equal(kindOf('x/Dockerfile', 'FROM scratch\n'), 'dockerfile');
    assert.equal(kindOf('Untitled-1', 'FROM scratch\n', { languageId: 'dockerfile' }), 'dockerfile');
    // Editors have that language for it, too.
    assert.equal(kindOf('x/Dockerfile.dockerignore', '.git\n', { languageId: 'dockerfile' }), 'telling');
  });

  for (const name of [
    'Dockerfile.template',
    'Dockerfile.in',
    'Dockerfile.j2',
    'Dockerfile-alpine.tmpl',
    'dockerfile.erb',
  ])
    it(`${name} is a template by its name`, () => {
      assert.match(kindOf(`x/${name}`, 'FROM scratch\n'), /^template of a Dockerfile: /);
    });

  for (const line of [
    'FROM {{ image }}',
    'FROM "{{ image }}"',
    'FROM debian:{{ env.release }}-slim',
    'FROM %%BASE%%',
    'FROM @BASE@',
    'FROM <%= base %>',
    '{%- if slim %}',
    '{# why #}',
    '{{ range .packages }}',
    '%%DOWNLOADS%%',
    'ENV TOOL_VERSION {{ .version }}',
    'ARG VERSION=<%= version %>',
    'COPY {{ folder }}/ /app/',
    'RUN {{ install }}',
    'RUN make \\\n{% if slim %}\n    small',
    'RUN make \\\n{{ if slim then ( -}}\n    small',
    'ONBUILD USER {{ user }}',
    'ENV VERSION=${{ values.version }}',
    "LABEL title=it's version={{ version }}",
  ])
    it(`${JSON.stringify(line)} makes it a template`, () => {
      assert.match(kindOf('x/Dockerfile', `# of ours\nFROM debian:13-slim\n${line}\n`), /^template of a Dockerfile: /);
    });

  for (const line of [
    "RUN docker inspect -f '{{.Id}}' web",
    'RUN docker inspect --format {{.Id}} web',
    'RUN docker inspect \\\n  -f \\\n  {{.Id}} web',
    'HEALTHCHECK CMD docker ps --format "{{.Names}}"',
    'CMD ["docker", "ps", "--format", "{{.Names}}"]',
    'ENV FOLDER=${FILE%%.*} OTHER=${FILE%%_*}',
    'RUN echo ${FILE%%_*}',
    'LABEL usage="docker run {{image}}"',
    "ENV PATTERN='<%= x %>'",
    'ENV PS_FORMAT={{.ID}}:{{.Names}}',
    'ENV CURL=%{http_code}',
    '# {{ a comment }} %%NAME%%',
    'RUN a && \\\n  # {% a comment %}\n  b',
    'RUN printf "%s" "\\\n{% if x %}\\\n" > /a.j2',
    'COPY <<EOF /a.tmpl\n{{ if .x }}\n{% y %}\nEOF',
    'RUN cat <<EOF > /a.erb\n<%= x %>\nEOF',
    'RUN npm install me@1 && mail a@b@c',
  ])
    it(`${JSON.stringify(line)} makes it none`, () => {
      assert.equal(kindOf('x/Dockerfile', `FROM debian:13-slim\nARG FILE=a.b\n${line}\n`), 'dockerfile');
    });

  it('what is not analysed says why', () => {
    assert.match(kindOf('a.yaml', podText('a') + ' '.repeat(sizeLimit)), /larger than 2 MB/);
    assert.match(kindOf('a.yaml', `${podText('a')}\0`), /binary/);
    assert.match(kindOf('c/templates/a.yaml', podText('a'), { inChart: true }), /Helm template/);
    assert.match(
      kindOf('a.yaml', `<<<<<<< HEAD\n${podText('a')}=======\n${podText('b')}>>>>>>> x\n`),
      /merge conflict/,
    );
  });
});
