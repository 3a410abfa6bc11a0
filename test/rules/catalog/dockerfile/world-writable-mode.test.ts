import rule from '../../../../rules/catalog/dockerfile/world-writable-mode.ts';
import { debian, dockerfile, testRule } from '../../../harness/index.ts';

testRule(rule, ({ check, clean, fix, refuses }) => {
  check('in digits and in letters')(debian`
    COPY --chmod=777 run.sh /
    #            ^^^ world-writable-mode 💡
    RUN chmod -R a+rwx /app; chmod 0666 /x
    #            ^^^^^ world-writable-mode 💡
    #                              ^^^^ world-writable-mode 💡
  `);

  clean('the owner, the group, the sticky bit')(debian`
    RUN chmod 775 /app && chmod u+w,g+w /x && chmod 1777 /tmp && chmod +x /run.sh && chmod o-w /y
    RUN chmod a=rwx,o-w /a && chmod +w /b && chmod =rwx /c && chmod a+rwxt /d && chmod --reference=/e /f
    COPY --chmod=755 run.sh /
    COPY --chmod=1777 scratch /scratch
  `);

  fix('keeps reading and running')(dockerfile`
      FROM debian:13-slim
    - RUN chmod -R a+rwX /app
    + RUN chmod -R u+rwX,go+rX /app
  `);

  for (const [mode, narrow] of [
    ['o=rwx', 'o=rx'],
    ['o=w', 'o='],
    ['o+rw', 'o+r'],
    ['o+r+w', 'o+r'],
    ['go+rwX', 'go+rX'],
    ['uo+rw', 'u+rw,o+r'],
    ['a=rw', 'u=rw,go=r'],
    ['a-x+w', 'u-x+w,go-x'],
    ['u=rwx,g=rwx,o=rwx', 'u=rwx,g=rwx,o=rx'],
    ['u+rwx,o+w', 'u+rwx'],
    ['02777', '02755'],
    ['4777', '4755'],
    ['7', '5'],
  ] as const)
    fix(`${mode} takes from others and gives the owner nothing new`)(
      { language: 'dockerfile', text: `FROM debian:13-slim\nRUN chmod -R ${mode} /a /b\n` },
      { language: 'dockerfile', text: `FROM debian:13-slim\nRUN chmod -R ${narrow} /a /b\n` },
    );

  for (const mode of ['o+w', 'go+w'])
    fix(`${mode} alone becomes nothing for anybody`)(
      { language: 'dockerfile', text: `FROM debian:13-slim\nCOPY --chmod=${mode} a /b\n` },
      { language: 'dockerfile', text: 'FROM debian:13-slim\nCOPY --chmod=o-w a /b\n' },
    );

  fix('folders for everybody get the sticky bit')(dockerfile`
      FROM debian:13-slim
    - RUN chmod 777 /tmp
    + RUN chmod 1777 /tmp
  `);

  refuses('a folder for everybody among others', /1777/)(debian`RUN chmod 777 /tmp /app`);
});
