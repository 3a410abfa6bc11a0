import { debian, dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { isInstalledAbove } from '../../model/dockerfile/packages.ts';
import { byHttps } from './shared/https.ts';

export default defineRule({
  id: 'plain-http-repository',
  subject: 'instruction',
  severity: 'medium',
  profile: 'recommended',
  fix: 'review',
  title: 'Packages are fetched over an unencrypted connection',
  why: 'Whoever sits between the build and the mirror sees what is installed, holds updates back, or serves what nobody signed.',
  remedy: 'Use `https://` in the address of the repository.',
  examples: {
    bad: [
      debian`
        RUN echo "deb http://packages.example.com/apt stable main" > /etc/apt/sources.list.d/example.list
      `,
      dockerfile`
        FROM fedora:43
        RUN dnf config-manager --add-repo http://packages.example.com/example.repo
      `,
    ],
    good: [
      debian`
        RUN echo "deb [signed-by=/usr/share/keyrings/example.gpg] https://packages.example.com/apt stable main" > /etc/apt/sources.list.d/example.list
      `,
      debian`
        RUN echo "deb http://deb.debian.org/debian trixie-backports main" > /etc/apt/sources.list.d/backports.list
      `,
    ],
  },

  check(instruction, report) {
    const { keyword, argument, heredocs, stage } = instruction;
    if (keyword !== 'RUN' && !(keyword === 'COPY' && heredocs.length > 0)) return;
    const bodies = heredocs.map(({ body }) => ({ text: stage.file.text.slice(body.start, body.end), span: body }));
    for (const { text, span } of [argument, ...bodies]) {
      for (const match of text.matchAll(repository)) {
        const at = match.index + match[0].lastIndexOf('http://');
        // Debian, Ubuntu and their like sign what they serve, and mirrors of them offer nothing else.
        if (distributions.test(text.slice(at))) continue;
        const start = span.start + at;
        report(
          { anchor: { start, end: start + 'http://'.length }, path: `${instruction.path}.repository` },
          'Fetches packages without encryption.',
          () => {
            const fix = byHttps(text.slice(at, at + 300), { start, end: start + 'http'.length, text: 'https' });
            // The images of Debian and Ubuntu know no authorities by themselves.
            return match[0].startsWith('deb') && !isInstalledAbove(instruction, 'apt', ['ca-certificates'])
              ? { ...fix, title: 'Use https', assumes: fix.assumes ?? 'ca-certificates is installed by then' }
              : fix;
          },
        );
      }
    }
  },
});

/** Where a repository is named: a line of sources.list, a `.repo` file, flags of the package managers. */
const repository =
  /\bdeb(?:-src)?[ \t]+(?:\[[^\]\n]{0,300}\][ \t]+)?http:\/\/|baseurl[ \t]*=[ \t]*http:\/\/|(?:--add-repo|--repository|--repofrompath|-X|addrepo|ar)[ =](?:[^\s,]{1,100},)?http:\/\/|http:\/\/[^\s"']{1,200}["']?[ \t]*>>?[ \t]*\/etc\/apk\/repositories/g;

const distributions =
  /^http:\/\/(?:[a-z0-9-]{1,40}\.){0,3}(?:debian\.org|ubuntu\.com|alpinelinux\.org|fedoraproject\.org|centos\.org|opensuse\.org)(?![\w.-])/;
