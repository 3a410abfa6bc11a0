/** `seaworthy/attackPaths`: the ways from outside to what must not fall, and the edits that close them, each with the fix that makes it. */
import { placing } from '../../../rules/engine/attack-paths.ts';
import { joinedPlans, type Plan, planning } from '../../../rules/engine/attack-plan.ts';
import { askedFolders, askedShape, inSlices } from '../attack-paths.ts';
import { object } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';

export const attackPaths: OwnRequest<'seaworthy/attackPaths'> = {
  method: 'seaworthy/attackPaths',
  shape: object(askedShape),
  async answer(session, params, task) {
    const plans: Plan<{ readonly uri: string }>[] = [];
    for await (const asked of askedFolders(session, params, task)) {
      const place = placing(asked.copy, (path) => ({ uri: session.documents.paths.uriOf(path) }));
      for (const one of asked.deployed) {
        await task.pause();
        plans.push(await inSlices(asked, planning(asked.copy, one, asked.question, session.rulesById, place), task));
      }
    }
    return joinedPlans(plans);
  },
};
