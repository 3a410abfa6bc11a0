/** What other files of the scope do to the fixes of a Dockerfile. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import missingUser from '../../../../../rules/catalog/dockerfile/missing-user.ts';
import rootUser from '../../../../../rules/catalog/dockerfile/root-user.ts';
import { Scope } from '../../../../harness/scope.ts';

/** The scope with every fix that nothing stands against, and the titles of the first offers. */
function fixed(text: string): { readonly text: string; readonly titles: readonly string[] } {
  const scope = new Scope([missingUser, rootUser], { language: 'files', text });
  const titles = scope.findings.map((finding) => {
    const [first] = scope.fixes(finding);
    return first === undefined ? '' : 'refused' in first ? first.refused : first.title;
  });
  return { text: scope.fixAll() ?? text, titles };
}

const runtime = '=== runtime/Dockerfile\nFROM debian:13\nUSER root\nRUN apt-get update\n';

describe('the base of other images', () => {
  it('is told by a file that orders both', () => {
    const text = `${runtime}=== app/Dockerfile\nFROM registry.example.com/team/rt:1\nRUN useradd app\nUSER 1000\n=== compose.yaml\nservices:\n  rt:\n    image: registry.example.com/team/rt:1\n    build: runtime\n`;
    const { text: after, titles } = fixed(text);
    assert.equal(after, text);
    assert.match(titles[0] ?? '', /if app\/Dockerfile, which is built on it, needs no root/);
  });

  it('is told by the name of its folder, or of its file', () => {
    assert.match(
      fixed(`${runtime}=== app/Dockerfile\nFROM r.example.com/runtime\nUSER 1000\n`).titles[0] ?? '',
      /built on it/,
    );
    assert.match(
      fixed('=== Dockerfile.base\nFROM debian:13\n=== Dockerfile\nFROM r.example.com/shop-base:1\nUSER 1000\n')
        .titles[0] ?? '',
      /built on it/,
    );
  });

  it('is not told by an official image beside a folder of its name', () => {
    const { text } = fixed(
      '=== python/Dockerfile\nFROM debian:13\nCMD ["x"]\n=== app/Dockerfile\nFROM python:3.13\nUSER 1000\n',
    );
    assert.match(text, /USER 10001:10001/);
  });

  it('leaves an image alone that nobody builds on', () => {
    assert.match(fixed(`${runtime}CMD ["x"]\n`).text, /USER 10001:10001/);
  });
});

describe('scripts and configuration of the build context', () => {
  const dockerfile = 'FROM debian:13\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n';

  it('say whether they step down', () => {
    assert.match(
      fixed(`=== app/Dockerfile\n${dockerfile}=== app/start.sh\nexec gosu app "$@"\n`).titles[0] ?? '',
      /gosu in start\.sh/,
    );
    assert.match(fixed(`=== app/Dockerfile\n${dockerfile}=== app/start.sh\nexec "$@"\n`).text, /USER 10001:10001/);
  });

  it('are found in the context that a file names', () => {
    const compose =
      '=== compose.yaml\nservices:\n  app:\n    image: shop/app\n    build:\n      context: .\n      dockerfile: docker/app/Dockerfile\n';
    const text = `=== docker/app/Dockerfile\n${dockerfile.replace('start.sh /', 'src/start.sh /')}${compose}=== src/start.sh\nexec "$@"\n`;
    assert.match(fixed(text).text, /USER 10001:10001/);
  });
});

describe('who runs the image', () => {
  const dockerfile = '=== app/Dockerfile\nFROM node:24\nEXPOSE 80\nCMD ["node", "x.js"]\n';
  const service = (more: string) => `=== compose.yaml\nservices:\n  app:\n    image: shop/app\n    build: app\n${more}`;
  const pod = (more: string) =>
    `=== pod.yaml\napiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n${more}  containers:\n    - name: app\n      image: shop/app\n`;

  it('lets it open low ports: Docker does, and a pod with the sysctl', () => {
    assert.match(fixed(`${dockerfile}${service('')}`).text, /USER 1000:1000/);
    const open =
      '  securityContext:\n    sysctls:\n      - name: net.ipv4.ip_unprivileged_port_start\n        value: "0"\n';
    assert.match(fixed(`${dockerfile}${service('')}${pod(open)}`).text, /USER 1000:1000/);
    assert.doesNotMatch(fixed(`${dockerfile}${service('')}${pod('')}`).text, /USER 1000/);
    const adding = pod('').replace(
      'shop/app\n',
      'shop/app\n      securityContext:\n        capabilities:\n          add: [NET_BIND_SERVICE]\n',
    );
    assert.doesNotMatch(fixed(`${dockerfile}${service('')}${adding}`).text, /USER 1000/);
    // A cluster is shown, and nothing says that this image does not run in it.
    const other = pod('').replace('shop/app', 'registry.example.com/other');
    assert.doesNotMatch(fixed(`${dockerfile}${service('')}${other}`).text, /USER 1000/);
  });

  it('mounts what it may not write', () => {
    const plain = dockerfile.replace('EXPOSE 80\n', '');
    const mounting = (path: string) => fixed(`${plain}${service(`    volumes:\n      - ./x:${path}\n`)}`);
    assert.match(mounting('/srv/x').titles[0] ?? '', /may write \/srv\/x/);
    assert.match(mounting('/srv/x:ro').text, /USER 1000/);
    assert.match(mounting('/etc/app/app.conf').text, /USER 1000/);
  });
});

describe('what another user may be unable to do', () => {
  const dockerfile = (more = ''): string =>
    `=== img/tool/Dockerfile\nFROM python:3.14\nCOPY . .\n${more}CMD ["python", "app.py"]\n`;
  const pod = (readOnly: boolean): string =>
    `=== pod.yaml\napiVersion: v1\nkind: Pod\nmetadata:\n  name: app\nspec:\n  containers:\n    - name: app\n      image: r.example.com/tool\n      volumeMounts:\n        - name: node\n          mountPath: /node\n          readOnly: ${readOnly}\n  volumes:\n    - name: node\n      hostPath:\n        path: /var/lib/tool\n`;
  const titleOf = (text: string): string => fixed(text).titles[0] ?? '';

  it('is to write into a folder of its machine', () => {
    assert.match(titleOf(dockerfile() + pod(false)), /may write \/node, a folder of its machine/);
    assert.doesNotMatch(titleOf(dockerfile() + pod(true)), /machine/);
    const named = dockerfile('ENV TO=/host/var/lib\n').replace('"app.py"]', '"app.py", "$TO"]');
    assert.match(titleOf(named), /may write \/host\/var\/lib, a folder of its machine/);
  });

  it('is to reach the program that it works for', () => {
    assert.match(titleOf(dockerfile().replace('img/tool', 'img/proxy-reloader')), /the program that proxy-reloader/);
    assert.doesNotMatch(titleOf(dockerfile()), /works for/);
  });

  it('is to open the port that its settings name', () => {
    const settings = (port: string, name = 'application.yml'): string =>
      `=== img/tool/src/main/resources/${name}\nspring:\n  name: x\n  port: 25\nserver:\n  ssl:\n    enabled: false\n  port: ${port}\n`;
    assert.match(titleOf(dockerfile() + settings('80')), /if the runtime lets it open port 80\)/);
    for (const port of ['"80"', ['$', '{PORT:80}'].join('')])
      assert.match(titleOf(dockerfile() + settings(port)), /port 80\)/);
    assert.doesNotMatch(titleOf(dockerfile() + settings('8080')), /open port/);
    assert.match(
      titleOf(`${dockerfile()}=== img/tool/src/main/resources/application.properties\nserver.port=80\n`),
      /open port 80/,
    );
    assert.doesNotMatch(
      titleOf(`${dockerfile()}=== img/tool/application.yaml\napiVersion: v1\nkind: ConfigMap\nserver:\n  port: 80\n`),
      /open port/,
    );
  });
});

describe('folders that the program makes when it starts', () => {
  const dockerfile = (start: string): string =>
    `=== app/Dockerfile\nFROM python:3.14\nWORKDIR /srv/app\nCOPY . .\nCMD ${start}\n`;
  const program = (folder: string): string => `=== app/main.py\nimport os\nos.makedirs("${folder}", exist_ok=True)\n`;

  it('are asked of the user, where it is not known to own them', () => {
    for (const start of ['["python", "main.py"]', '["uvicorn", "main:app"]'])
      assert.match(fixed(dockerfile(start) + program('/data/models')).titles[0] ?? '', /may write \/data\/models/);
    assert.match(
      fixed(dockerfile('["python", "main.py"]') + program('uploads')).titles[0] ?? '',
      /may write \/srv\/app\/uploads/,
    );
  });

  it('are none where it makes none, or another file does', () => {
    assert.match(fixed(`${dockerfile('["python", "main.py"]')}=== app/main.py\nprint(1)\n`).text, /USER 10001/);
    assert.match(fixed(dockerfile('["python", "app.py"]') + program('/data')).text, /USER 10001/);
  });
});

describe('the move of nginx', () => {
  const nginx = (more: string) => `=== web/Dockerfile\nFROM nginx:1.28\n${more}`;

  it('takes EXPOSE with it', () => {
    assert.match(
      fixed(nginx('COPY html /usr/share/nginx/html\nEXPOSE 80 443\n')).text,
      /FROM nginxinc\/nginx-unprivileged:1\.28\nCOPY html [^\n]*\nEXPOSE 8080 443\n/,
    );
    assert.match(fixed(nginx('EXPOSE 80/tcp\n')).text, /unprivileged:1\.28\nEXPOSE 8080\/tcp\n/);
  });

  it('installs as root and goes back', () => {
    assert.match(
      fixed(nginx('RUN apt-get update\nCOPY x /usr/share/nginx/html/\nRUN rm -rf /x\n')).text,
      /unprivileged:1\.28\nUSER root\nRUN apt-get update\nCOPY [^\n]*\nRUN rm -rf \/x\nUSER 101\n/,
    );
  });

  it('looks at the configuration that is copied', () => {
    const conf = nginx('COPY site.conf /etc/nginx/conf.d/default.conf\n');
    assert.match(fixed(conf).text, /unprivileged/);
    assert.match(fixed(`${conf}=== web/site.conf\nserver {\n  listen 8080;\n}\n`).text, /unprivileged/);
    assert.match(
      fixed(`${conf}=== web/site.conf\nserver {\n  listen [::]:80;\n}\n`).titles[0] ?? '',
      /port 80, where site\.conf listens/,
    );
    assert.match(fixed(nginx('COPY nginx.conf /etc/nginx/nginx.conf\n')).titles[0] ?? '', /pid file in \/tmp/);
    const unseen = fixed(nginx('COPY --from=build /site.conf /etc/nginx/conf.d/default.conf\nEXPOSE 80\n'));
    assert.match(unseen.titles[0] ?? '', /if its configuration listens above 1024/);
    assert.match(unseen.text, /EXPOSE 80\n/);
    assert.match(fixed(nginx('COPY --from=build /dist /usr/share/nginx/html\nEXPOSE 80\n')).text, /EXPOSE 8080\n/);
  });

  it('looks at who sends to its port', () => {
    const compose =
      '=== compose.yaml\nservices:\n  web:\n    image: shop/web\n    build: web\n    ports: ["8000:80"]\n';
    assert.match(fixed(`${nginx('')}${compose}`).titles[0] ?? '', /compose\.yaml sends to port 8080/);
    assert.match(fixed(`${nginx('')}${compose.replace('8000:80', '8000:8080')}`).text, /unprivileged/);
  });

  it('is not made where the tag may not exist, or a supervisor starts it', () => {
    assert.doesNotMatch(fixed('=== web/Dockerfile\nFROM nginx:1.9\n').text, /unprivileged/);
    assert.doesNotMatch(fixed(nginx('CMD ["supervisord", "-n"]\n')).text, /unprivileged/);
  });
});
