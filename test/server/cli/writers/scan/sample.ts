/** A folder with what formats stumble over: names that are markup, commands and formulas, hidden findings, files that are skipped or have no finding. */
import { Folder } from '../../program.ts';

/** Stands in names and so in messages. */
const hostile = `\u001b[2J]]>&amp;<x y="z'\n::error::forged,%0A\ufffe##vso[task.complete]`;

export const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${JSON.stringify(name)}\n  namespace: shop\nspec:\n  containers:\n    - name: web\n      image: registry.example.com/web:1\n      securityContext:\n        privileged: true\n`;

export function sample(): Folder {
  const folder = new Folder();
  folder.write('.seaworthy.yaml', 'profile: strict\n');
  folder.write('deploy/web.yaml', pod('web'));
  folder.write('deploy/hostile.yaml', pod(hostile).replace('- name: web', `- name: ${JSON.stringify(hostile)}`));
  folder.write('=cmd,"x" #?%20:é.yaml', pod('odd'));
  // No such name on Windows.
  if (process.platform !== 'win32') folder.write('\u001b[2J\n::error::x,%0A/pod.yaml', pod('forged'));
  folder.write(
    'deploy/hidden.yaml',
    `# seaworthy-ignore-file privileged-container: the debugger of "nodes" <needs> it\n${pod('hidden')}`,
  );
  folder.write(
    'deploy/settings.yaml',
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: shop\n',
  );
  folder.write('deploy/binary.yaml', new Uint8Array([0x6b, 0x69, 0x6e, 0x64, 0, 1, 2]));
  folder.write('app/Dockerfile', 'FROM debian:13-slim\nRUN apt-get update && apt-get install curl\nUSER root\n');
  return folder;
}
