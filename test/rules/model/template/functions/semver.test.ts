/** What Helm 4.3.1's engine makes of each template, in one table. */
import { facts } from '../../../../harness/render.ts';

const values = `s: Hello World
num: 42
f: 1.5
big: 1234567
t: true
l: [b, a, c]
m: {b: 2, a: 1, c: {d: x}}
nul: null
u: héllo ✓
`;

facts('versions', values, [
  ['semverCompare ">=1.21-0" "1.29.3-gke.1"', 'true'],
  ['semverCompare ">=1.21" "1.29.3-gke.1"', 'false'],
  ['semverCompare "^1.2" "1.9.0"', 'true'],
  ['semverCompare "~1.2" "1.3.0"', 'false'],
  ['semverCompare "1.x" "v1.4"', 'true'],
  ['semverCompare "1.2 - 1.4" "1.3.5"', 'true'],
  ['semverCompare ">1.2 || <1" "0.9.0"', 'true'],
  ['semverCompare "!=1.2" "1.2.3"', 'false'],
  ['semverCompare ">11" "11.1.0"', 'false'],
  ['semverCompare "" "1.0.0"', undefined],
  ['semverCompare ">=1.0" "x"', undefined],
  ['(semver "1.2.3-beta+x").Prerelease', 'beta'],
  ['(semver "v1.2").Minor', '2'],
  ['semverCompare ">=1.19-0" .Capabilities.KubeVersion.Version', 'true'],
]);
