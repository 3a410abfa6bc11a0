/** Arbitrary manifests as text: an object and a way to write it. */
import fc from 'fast-check';
import { manifest } from './manifest.ts';
import { type Printed, type PrintStyle, print } from './print.ts';

const flag = fc.boolean();

const style: fc.Arbitrary<PrintStyle> = fc
  .record({
    step: fc.constantFrom(2, 4),
    dashes: fc.constantFrom('flush', 'set in'),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    json: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom('', '\t', '  ', '    ') },
    ),
    gap: fc.constantFrom(2, 2, 2, 4),
    comments: flag,
    anchors: fc.constantFrom(false, false, false, true),
    finalNewline: fc.constantFrom(true, true, false),
    choices: fc.array(fc.nat(100_000), { minLength: 1, maxLength: 97 }),
  })
  .map(({ dashes, ...rest }) => ({ ...rest, dash: dashes === 'flush' ? 0 : rest.step }) as PrintStyle);

export interface Written {
  readonly printed: Printed;
  readonly style: PrintStyle;
}

export const written: fc.Arbitrary<Written> = fc
  .tuple(manifest, style)
  .map(([tree, how]) => ({ printed: print(tree, how), style: how }));
