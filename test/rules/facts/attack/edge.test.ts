import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LazyStep, moved } from '../../../../rules/facts/attack/edge.ts';

describe('a step whose edits nobody asked for', () => {
  it('works them out once, for all who move it, too', () => {
    let asked = 0;
    const told = (about: string) => {
      asked++;
      return { fact: about as never, place: 'p' };
    };
    const own = { edge: 'api.exec', does: 'opens shells', from: 'a', to: 'b', assumes: ['flaw'] } as const;
    const step = new LazyStep(own, (about: string) => ({ cuts: [], at: told(about) }), 'it');
    const elsewhere = moved(step, { from: 'c', edge: 'api.attach' });
    assert.equal(asked, 0);
    const { edge, does, from, to, assumes } = elsewhere;
    assert.deepEqual([edge, does, from, to, assumes], ['api.attach', 'opens shells', 'c', 'b', ['flaw']]);
    assert.deepEqual([elsewhere.at, step.at, step.cuts], [step.at, { fact: 'it', place: 'p' }, []]);
    assert.equal(asked, 1);
  });
});
