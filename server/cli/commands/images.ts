/** `seaworthy images`: every image that the files name, where each is used, and what it is built from. */
import { listImages } from '../images.ts';
import { oneOf, parseOptions } from '../options.ts';
import type { Output } from '../output.ts';
import { survey } from '../scan-report.ts';
import { writers } from '../writers/images/index.ts';
import type { Command } from './command.ts';

const formats = Object.keys(writers) as (keyof typeof writers)[];

export const images: Command = {
  name: 'images',
  usage: 'seaworthy images [PATH...]   list the images that files name                  --format text|json|cyclonedx',
  examples: ['seaworthy images deploy/ --format cyclonedx'],
  run,
};

async function run(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' } },
  });
  const write = writers[oneOf('format', values.format, formats)];
  const { files, failed } = await survey({ paths: positionals }, output);
  const given = new Set(files.map(({ path }) => path));
  const workspaces = [...new Set(files.map(({ workspace }) => workspace))];
  output.out(write(workspaces.flatMap((workspace) => listImages(workspace, (path) => given.has(path)))));
  return failed ? 2 : 0;
}
