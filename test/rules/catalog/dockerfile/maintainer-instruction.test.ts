import rule from '../../../../rules/catalog/dockerfile/maintainer-instruction.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('the instruction')(debian`
    MAINTAINER Jane "the boss"
    #<--------- maintainer-instruction
  `);

  clean('labels')(debian`
    LABEL maintainer="jane@example.com"
    # MAINTAINER jane
  `);

  fix('with the same name')(dockerfile`
      FROM debian:13-slim
    - MAINTAINER Jane <jane@example.com>
    + LABEL org.opencontainers.image.authors="Jane <jane@example.com>"
  `);

  fix('in the case it has')(
    { language: 'dockerfile', text: 'from debian:13-slim\nmaintainer jane\n' },
    { language: 'dockerfile', text: 'from debian:13-slim\nlabel org.opencontainers.image.authors="jane"\n' },
  );

  refuses(
    'the label is there',
    /there already/,
  )({
    language: 'dockerfile',
    text: 'FROM debian:13-slim\nLABEL org.opencontainers.image.authors="joe"\nMAINTAINER jane\n',
  });

  refuses(
    'on several lines',
    /lines/,
  )({ language: 'dockerfile', text: 'FROM debian:13-slim\nMAINTAINER jane \\\n  doe\n' });

  check('below a heredoc whose delimiter is escaped')(debian`
    RUN cat > /etc/motd <<\EOF
    USER root
    EOF
    MAINTAINER nobody@example.com
    #<--------- maintainer-instruction 💡
  `);
});
