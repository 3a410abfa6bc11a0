/** Dockerfiles that nobody would write, from pieces that parsers stumble over. The same ones every time. */

const pieces: readonly string[] = [
  'FROM debian:13 AS build',
  'from debian:13 as build',
  'FROM --platform=$BUILDPLATFORM debian:13',
  'RUN echo a',
  'RUN echo a \\\n  && echo b',
  'RUN echo a \\  \n  b',
  'RUN echo a \\\\\nUSER root',
  'RUN echo a \\\n# a comment\n  b',
  'RUN echo a \\\n\n  b',
  'RUN echo a \\\n  # indented\n\n# another\n  b',
  'RUN echo a `\n  b',
  'RUN <<EOF\necho a\nUSER root\nEOF',
  'RUN <<-EOF\n\techo a\n\tEOF',
  'RUN <<"E F"\nx\nE F',
  "RUN <<'EOF' cat\n$x\nEOF",
  'RUN 3<<EOF cat\nUSER root\nEOF',
  'RUN cat <<A <<B\na\nA\nb\nB',
  'RUN cat<<EOF',
  'RUN echo $((1<<4))',
  'RUN echo x # <<EOF\ny\nEOF',
  'RUN <<EOF>/x\ny\nEOF>/x',
  'COPY <<a.txt <<b.txt /srv/\na\na.txt\nb\nb.txt',
  'COPY --chown=1:1 --from=build /a /b',
  'COPY --link a b',
  'COPY ["a b", "c"]',
  'ADD --checksum=sha256:00 https://example.com/a /a',
  'RUN --mount=type=cache,target=/x --network=none make',
  'RUN --mount=type=secret,id=a \\\n    --mount=type=ssh \\\n    make',
  'CMD ["a", "b"]',
  'CMD ["a", "b"',
  'CMD ["a",]',
  "CMD ['a', 'b']",
  'CMD [ "a" , "b\\n\\u0041" ]',
  'CMD ["a"] b',
  'CMD []',
  'CMD a',
  'ENTRYPOINT ["sh","-c","echo  hi"]',
  'SHELL ["/bin/bash", "-c"]',
  'VOLUME ["/a"]',
  'VOLUME /a /b',
  'ONBUILD RUN make',
  'ONBUILD COPY --from=build a b',
  'ONBUILD CMD ["a"]',
  'onbuild run echo \\\n  b',
  'HEALTHCHECK --interval=5m CMD curl x',
  'HEALTHCHECK NONE',
  'ENV A=b C="d e" F=g\\ h',
  'ENV A b c',
  'LABEL a=b \\\n  c=d',
  'ARG X',
  'ARG X=1 Y=2',
  'USER "root"',
  'EXPOSE 80 443/tcp',
  'STOPSIGNAL SIGTERM',
  'MAINTAINER me',
  'WORKDIR /a',
  '# a comment',
  '  # indented comment',
  '',
  '   ',
  '\t',
  '  RUN echo indented',
  'RUN\techo tab',
  'RUN   --mount=type=cache,target=/y   x',
  'RUN -- echo',
  'RUN --x',
];

const heads: readonly string[] = [
  '',
  '# syntax=docker/dockerfile:1\n',
  '# escape=`\n',
  '# escape=\\\n',
  '#escape = `\n',
  '# foo=bar\n# escape=`\n',
  '# https://x?y=z\n# escape=`\n',
  '# syntax=a\n# escape=`\n# check=skip=all\n',
  '\n# escape=`\n',
  '# a comment\n# escape=`\n',
  '# Escape=`\n',
];

/** Small, fast and the same everywhere (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function generateDockerfiles(count: number): readonly string[] {
  const next = random(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const body = ['FROM debian:13', ...Array.from({ length: 1 + Math.floor(next() * 7) }, () => pick(pieces))];
    const text = pick(heads) + body.join('\n') + (next() < 0.7 ? '\n' : '');
    return next() < 0.15 ? text.replaceAll('\n', '\r\n') : text;
  });
}
