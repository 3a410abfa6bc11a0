import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { parseImageReference } from '../../model/image/reference.ts';

export default defineRule({
  id: 'foreign-syntax',
  subject: 'dockerfile',
  severity: 'medium',
  profile: 'recommended',
  title: 'Dockerfile is read by a frontend of others',
  why: 'The image that `# syntax` names is run to read the file, with the whole context of the build before it. Whoever can push to it decides what is built.',
  remedy: 'Write `docker/dockerfile:1`.',
  examples: {
    bad: [
      dockerfile`
        # syntax=example.com/own/frontend:1
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^ foreign-syntax
        FROM debian:13-slim
      `,
      dockerfile`
        #syntax=docker/dockerfile:latest
        FROM debian:13-slim
      `,
    ],
    good: [
      dockerfile`
        # syntax=docker/dockerfile:1
        FROM debian:13-slim
      `,
      dockerfile`FROM debian:13-slim`,
    ],
  },

  check(dockerfile, report) {
    const head = dockerfile.text.slice(0, dockerfile.directivesEnd);
    const found = /^[ \t]*#[ \t]*syntax[ \t]*=[ \t]*(\S+)/im.exec(head);
    const [line, image] = found ?? [];
    if (found === null || line === undefined || image === undefined) return;
    const { registry, repository, tag, digest } = parseImageReference(image);
    const own = registry === 'docker.io' && /^docker\/dockerfile(?:-upstream)?$/.test(repository);
    const floating = digest === undefined && (tag === undefined || tag === 'latest');
    if (own && !floating) return;
    const end = found.index + line.length;
    report(
      { anchor: { start: end - image.length, end }, path: 'syntax' },
      own ? `Runs whatever was pushed last: ${image}.` : `Gives the whole build context to ${image}.`,
    );
  },
});
