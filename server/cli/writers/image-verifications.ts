/** What signatures of images say, for people and as JSON. The texts of programs and certificates are others', and are made visible. */
import { visible, visibleJson, visiblePath } from '../../../rules/text/visible.ts';
import type { Verification } from '../../scanners/verification.ts';
import type { VerifiedImage } from '../image-verify.ts';

/** By format. */
export const verifyWriters = { text, json };

function text(verified: readonly VerifiedImage[]): string {
  if (verified.length === 0) return 'Nothing here names an image.\n';
  return `${verified.map(lines).join('\n\n')}\n`;
}

function lines({ image, uses, signers }: VerifiedImage): string {
  const used = uses.map(({ file, line }) => `  ${visiblePath(file)}:${line}`);
  const said =
    signers.length === 0
      ? ['nobody says who signs it: `trust` in .seaworthy.yaml']
      : signers.map(({ signer, verification }) => lineOf(signer, verification));
  return [visible(image), ...used, ...said.map((one) => `  ${visible(one)}`)].join('\n');
}

function lineOf(signer: string, verification: Verification): string {
  if (verification.state === 'verified')
    return `verified: signed by ${signer}, ${[...new Set(verification.signatures.map(({ digest }) => digest))].join(', ')}`;
  const { state, message, detail } = verification;
  const head = state === 'unknown' ? 'cannot tell: ' : 'not verified: ';
  return `${head}${message}${detail === '' ? '' : ` (${detail})`}`;
}

/** An object of each image: where it is used, the verdict, and what was found for each signer. */
function json(verified: readonly VerifiedImage[]): string {
  return `${visibleJson(JSON.stringify(verified, null, 2))}\n`;
}
