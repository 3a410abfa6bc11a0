/** The requests that the server answers, beside `initialize` and `shutdown`. */
import type { Request } from '../request.ts';
import { acceptVulnerability } from './accept-vulnerability.ts';
import { attackPaths } from './attack-paths.ts';
import { blastRadius } from './blast-radius.ts';
import { closePaths } from './close-paths.ts';
import { codeAction } from './code-action.ts';
import { codeActionResolve } from './code-action-resolve.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion.ts';
import { configureRule } from './configure-rule.ts';
import { definition } from './definition.ts';
import { diagnostic } from './diagnostic.ts';
import { documentLink } from './document-link.ts';
import { effectiveConfiguration } from './effective-configuration.ts';
import { executeCommand } from './execute-command.ts';
import { findings } from './findings.ts';
import { hover } from './hover.ts';
import { ignore } from './ignore.ts';
import { ignorePath } from './ignore-path.ts';
import { imageVulnerabilities } from './image-vulnerabilities.ts';
import { images } from './images.ts';
import { inlayHint } from './inlay-hint.ts';
import { notAffected } from './not-affected.ts';
import { ping } from './ping.ts';
import { references } from './references.ts';
import { refreshImages } from './refresh-images.ts';
import { rendered } from './rendered.ts';
import { report } from './report.ts';
import { scanImage } from './scan-image.ts';
import { verifyImage } from './verify-image.ts';
import { workspaceFix } from './workspace-fix.ts';

export const requests: readonly Request[] = [
  diagnostic,
  codeAction,
  codeActionResolve,
  completion,
  hover,
  codeLens,
  definition,
  references,
  documentLink,
  inlayHint,
  executeCommand,
  blastRadius,
  attackPaths,
  closePaths,
  effectiveConfiguration,
  rendered,
  report,
  findings,
  workspaceFix,
  configureRule,
  ignore,
  ignorePath,
  ping,
  scanImage,
  verifyImage,
  imageVulnerabilities,
  acceptVulnerability,
  notAffected,
  images,
  refreshImages,
];
