/** The language server in a Node process: over standard streams for any editor, or over the channel that VS Code opens. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { pastOf } from '../host/baseline/history.ts';
import { ImageScans } from '../host/image-scans.ts';
import { ImageVerifications } from '../host/image-verifications.ts';
import { nodeFiles } from '../host/node-files.ts';
import { slashed } from '../host/paths.ts';
import { sha256 } from '../host/sha256.ts';
import { between, moment, today } from '../host/today.ts';
import type { LspHost } from './host.ts';
import { Gate } from './message-validation.ts';
import { startServer } from './server.ts';

/** For the scan of one image, which may have to be pulled; in milliseconds. */
const scanLimit = 10 * 60_000;
/** For the signatures of one image, in milliseconds. */
const verifyLimit = 2 * 60_000;

/**
 * What the first reading of a workspace makes stays, and V8 learns from that to put more of the same among what is old, where it is looked at seldom. What
 * later edits make of it is gone with the next key: collecting that took three times as long as the edit (test/bench, an edit in a chart of 60 files).
 */
setFlagsFromString('--no-allocation-site-pretenuring');

const host: LspHost = {
  files: nodeFiles,
  toPath(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return slashed(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  toUri: (path) => pathToFileURL(path).toString(),
  today,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  pid: process.pid,
  sha256,
  past: (folder, reference) => pastOf(nodeFiles, folder, reference),
  images: {
    scans: (outside) => new ImageScans({ environment: process.env, outside, limit: scanLimit }),
    verifications: (outside) => new ImageVerifications({ environment: process.env, outside, limit: verifyLimit }),
    now: moment,
    between,
  },
  clock: {
    now: () => performance.now(),
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  },
};

// Without a transport on the command line, an editor that starts `seaworthy lsp` means the standard streams.
const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];
if (!process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport))))
  process.argv.push('--stdio');

const gate = new Gate();
startServer(createConnection(ProposedFeatures.all, { messageStrategy: gate.strategy }), host, gate);
