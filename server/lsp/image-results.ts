/**
 * What scanners said of the images that files name, as an editor shows it: at the name of each, one problem and a card. Looks only into what is kept,
 * unless a scan was asked for.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { Workspace } from '../../rules/engine/workspace.ts';
import type { NamedImageFact } from '../../rules/facts/kinds/named-image.ts';
import { type NamedImage, normalised } from '../../rules/facts/questions/images.ts';
import { visible } from '../../rules/text/visible.ts';
import { isWithin } from '../host/files.ts';
import type { ImageScans } from '../host/image-scans.ts';
import { withoutAccepted } from '../scanners/acceptance.ts';
import type { ScanFailure } from '../scanners/failure.ts';
import { scanners } from '../scanners/index.ts';
import { isStale, isWorthSaying, type ScanResult, summaryOf } from '../scanners/result.ts';
import { toRange } from './convert.ts';
import type { Clock, ImageHost } from './host.ts';
import type { ImageSettings } from './image-settings.ts';
import { ImageSignatures } from './image-signatures.ts';
import { imagesIn, isAt, type PlacedImage, parsed } from './placed-images.ts';

/** Milliseconds for which what is kept is not looked up again: the command line may have scanned meanwhile. */
const lookUpAgain = 60_000;

/** Code of the problem at an image. */
const code = 'known-vulnerabilities';

export class ImageResults {
  /** Who signed them. */
  readonly signatures: ImageSignatures;
  readonly #host: ImageHost | undefined;
  readonly #scans: ImageScans | undefined;
  readonly #clock: Clock;
  readonly #roots: () => readonly string[];
  readonly #known = new Map<string, { readonly at: number; readonly result: ScanResult | undefined }>();

  /** @param host undefined where no program can be run; then nothing is known of any image. @param roots folders that are open. */
  constructor(host: ImageHost | undefined, clock: Clock, roots: () => readonly string[]) {
    this.#host = host;
    this.#scans = host?.scans(roots);
    this.#clock = clock;
    this.#roots = roots;
    this.signatures = new ImageSignatures(host, roots);
  }

  /** The newest answer that is kept. */
  #of({ image, platform, ref }: NamedImageFact, { scanner }: ImageSettings): ScanResult | undefined {
    if (this.#scans === undefined) return undefined;
    const root = this.#rootOf(ref.file) ?? '';
    const key = JSON.stringify([image, platform, scanner, root]);
    const known = this.#known.get(key);
    if (known !== undefined && this.#clock.now() - known.at < lookUpAgain) return known.result;
    const target = targetOf({ image, platform });
    const names = scanner === 'auto' ? scanners.map(({ name }) => name) : [scanner];
    const vex = this.vexFor(ref.file);
    const newest = (documents: readonly string[]): ScanResult | undefined =>
      names
        .flatMap((name) => this.#scans?.known(name, target, documents) ?? [])
        .reduce<ScanResult | undefined>((a, b) => (a === undefined || b.scannedAt > a.scannedAt ? b : a), undefined);
    // What was scanned before the document was as it is says more than what applies, which is better than nothing.
    const result = newest(vex) ?? (vex.length > 0 ? newest([]) : undefined);
    this.#known.set(key, { at: this.#clock.now(), result });
    return result;
  }

  #rootOf(file: string): string | undefined {
    return this.#roots().find((root) => isWithin(root, file));
  }

  /** Documents that are handed to scanners of the images that a file names. */
  vexFor(file: string): readonly string[] {
    const root = this.#rootOf(file);
    return root === undefined ? [] : (this.#scans?.vexIn(root) ?? []);
  }

  /** Runs the scanner of the settings, one image after the other. Where there is no scanner, the first image alone has that outcome. */
  async scan(
    images: readonly NamedImage[],
    { scanner, maxAge, programs }: ImageSettings,
    signal: AbortSignal,
  ): Promise<readonly { readonly image: NamedImage; readonly outcome: ScanResult | ScanFailure }[]> {
    const scans = this.#scans;
    const chosen = await scans?.choose(scanner, signal, programs);
    if (scans === undefined || chosen === undefined) return [];
    const outcomes: { image: NamedImage; outcome: ScanResult | ScanFailure }[] = [];
    for (const image of images) {
      const source = image.isBuilt ? 'local' : 'any';
      const vexOf = ({ uses: [use] }: NamedImage): readonly string[] =>
        use === undefined ? [] : this.vexFor(use.ref.file);
      const target = targetOf({ image: image.reference.text, platform: image.platform });
      const outcome =
        'cause' in chosen ? chosen : await scans.scan(chosen, target, { maxAge, source, vex: vexOf(image), signal });
      outcomes.push({ image, outcome });
      // What ails the scanner ails it with every image.
      if ('cause' in chosen || signal.aborted) break;
    }
    this.#known.clear();
    return outcomes;
  }

  /** One problem at each image of which something is to be said. */
  diagnostics(workspace: Workspace, path: string, settings: ImageSettings): Diagnostic[] {
    const { level } = settings;
    const lines = workspace.lines(path);
    if (level === undefined || lines === undefined) return [];
    return imagesIn(workspace, path).flatMap(({ fact, span }): Diagnostic[] => {
      const result = this.resultOf(workspace, fact, settings);
      if (result === undefined || !this.isSaid(result, settings)) return [];
      return [
        {
          range: toRange(lines, span),
          severity: level,
          source: 'seaworthy',
          code,
          message: this.summary(result, settings),
        },
      ];
    });
  }

  /** Whether a problem at the image says what is known. */
  isSaid(result: ScanResult, { level }: ImageSettings): boolean {
    const host = this.#host;
    return host !== undefined && level !== undefined && isWorthSaying(result, host.now(), host.between);
  }

  /** What is kept of the image of a fact, without what the configuration of its file accepts; undefined for nothing. */
  resultOf(workspace: Workspace, fact: NamedImageFact, settings: ImageSettings): ScanResult | undefined {
    const result = this.#of(fact, settings);
    const accepted = workspace.record(fact.ref.file)?.rules.settings.accepted ?? [];
    return result === undefined ? undefined : withoutAccepted(result, normalised(parsed(fact)), [accepted]);
  }

  /** One line, with the mark of an answer that is old. */
  summary(result: ScanResult, { maxAge }: Pick<ImageSettings, 'maxAge'>): string {
    if (this.#host === undefined) return '';
    const { now, between } = this.#host;
    const mark = this.isStale(result, { maxAge }) ? `; scanned ${result.scannedAt.slice(0, 10)}, scan it again` : '';
    return visible(`${summaryOf(result, now(), between)}${mark}`);
  }

  /** Whether a result is older than the settings say. */
  isStale(result: ScanResult, { maxAge }: Pick<ImageSettings, 'maxAge'>): boolean {
    return this.#host === undefined || isStale(result, this.#host.now(), maxAge, this.#host.between);
  }

  /** Now, in ISO 8601; empty where no program can be run. */
  now(): string {
    return this.#host?.now() ?? '';
  }

  /** What is known of the image at an offset, and the line that sums it up. */
  at(
    workspace: Workspace,
    path: string,
    offset: number,
    settings: ImageSettings,
  ): (PlacedImage & { readonly result: ScanResult; readonly summary: string }) | undefined {
    for (const placed of imagesIn(workspace, path)) {
      const result = isAt(placed.span, offset) ? this.resultOf(workspace, placed.fact, settings) : undefined;
      if (result !== undefined) return { ...placed, result, summary: this.summary(result, settings) };
    }
    return undefined;
  }

  /** Whether scans can be asked for at all. */
  get canScan(): boolean {
    return this.#scans !== undefined;
  }
}

const targetOf = ({ image, platform }: { readonly image: string; readonly platform: string | undefined }) =>
  ({ kind: 'image', reference: normalised(parsed({ image })), platform }) as const;
