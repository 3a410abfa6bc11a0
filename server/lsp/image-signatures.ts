/**
 * What cosign said of the images that files name, as an editor shows it: a problem at the name of one that is not verified, a line in hovers. Held for as long as
 * the editor runs, and only of those signers whom the configuration still names. Looks nothing up unless a verification was asked for.
 */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Signer, signersOf } from '../../rules/engine/settings/trust.ts';
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { NamedImageFact } from '../../rules/facts/kinds/named-image.ts';
import { type NamedImage, normalised } from '../../rules/facts/questions/images.ts';
import type { Span } from '../../rules/text/source.ts';
import { visible } from '../../rules/text/visible.ts';
import type { ImageVerifications } from '../host/image-verifications.ts';
import { signerText, type Verification } from '../scanners/verification.ts';
import { toRange } from './convert.ts';
import type { ImageHost } from './host.ts';
import type { ImageSettings } from './image-settings.ts';
import { imagesIn, parsed } from './placed-images.ts';

/** What is said of a signer, and since when. */
interface Said {
  readonly verification: Verification;
  /** ISO 8601. */
  readonly at: string;
}

/** Code of the problem at an image. */
const code = 'image-signature';

export class ImageSignatures {
  readonly #host: ImageHost | undefined;
  readonly #verifications: ImageVerifications | undefined;
  readonly #said = new Map<string, Said>();

  /** @param host undefined where no program can be run. @param roots folders that are open. */
  constructor(host: ImageHost | undefined, roots: () => readonly string[]) {
    this.#host = host;
    this.#verifications = host?.verifications?.(roots);
  }

  /** Whether verifications can be asked for at all. */
  get canVerify(): boolean {
    return this.#verifications !== undefined;
  }

  /** Runs cosign for each signer that the configurations of the files that name the image ask for. @returns what it said, by signer; none where nobody is named. */
  async verify(
    workspace: Workspace,
    { reference, uses, isBuilt }: NamedImage,
    { programs }: ImageSettings,
    signal: AbortSignal,
  ): Promise<readonly Verification[]> {
    const image = normalised(reference);
    const said: Verification[] = [];
    for (const signer of signersOf(
      image,
      uses.flatMap((use) => trustOf(workspace, use)),
    )) {
      const wish = { program: programs.get('cosign'), isBuilt, signal };
      const verification = await this.#verifications?.verify(image, signer, wish);
      if (verification === undefined || this.#host === undefined) break;
      this.#said.set(keyOf(image, signer), { verification, at: this.#host.now() });
      said.push(verification);
      if (signal.aborted) break;
    }
    return said;
  }

  /** One problem at each image that is not verified. */
  diagnostics(workspace: Workspace, path: string): Diagnostic[] {
    const lines = workspace.lines(path);
    if (this.#said.size === 0 || lines === undefined) return [];
    return imagesIn(workspace, path).flatMap(({ fact, span }): Diagnostic[] => {
      const lacking = this.#of(workspace, fact).find(({ said }) => said.verification.state === 'not-verified');
      if (lacking === undefined || lacking.said.verification.state !== 'not-verified') return [];
      const { message } = lacking.said.verification;
      return [
        { range: toRange(lines, span), severity: DiagnosticSeverity.Warning, source: 'seaworthy', code, message },
      ];
    });
  }

  /** What is said of the image at an offset, in lines that are made visible; undefined for nothing. */
  at(
    workspace: Workspace,
    path: string,
    offset: number,
  ): { readonly span: Span; readonly said: readonly string[] } | undefined {
    if (this.#said.size === 0) return undefined;
    const here = imagesIn(workspace, path).find(({ span }) => span.start <= offset && offset <= span.end);
    if (here === undefined) return undefined;
    const said = this.#of(workspace, here.fact).map((one) => visible(lineOf(one.signer, one.said)));
    return said.length === 0 ? undefined : { span: here.span, said };
  }

  #of(workspace: Workspace, fact: NamedImageFact): readonly { readonly signer: Signer; readonly said: Said }[] {
    const image = normalised(parsed(fact));
    return signersOf(image, trustOf(workspace, fact)).flatMap((signer) => {
      const said = this.#said.get(keyOf(image, signer));
      return said === undefined ? [] : [{ signer, said }];
    });
  }
}

const keyOf = (image: string, signer: Signer): string => JSON.stringify([image, signer]);

/** What the configuration of the file that names an image says of who signs what. */
export const trustOf = (workspace: Workspace, { ref }: Pick<NamedImageFact, 'ref'>) =>
  workspace.record(ref.file)?.rules.settings.trust ?? [];

function lineOf(signer: Signer, { verification, at }: Said): string {
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  if (verification.state !== 'verified') return `${verification.message} (${when})`;
  return `Signed by ${signerText(signer)}: ${verification.signatures[0]?.digest ?? ''} (cosign, ${when})`;
}
