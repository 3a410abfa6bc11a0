/** `seaworthy/imageVulnerabilities`: what is known of the image at a position. Runs nothing. */
import { normalised } from '../../../rules/facts/questions/images.ts';
import { visible } from '../../../rules/text/visible.ts';
import { dayAfter } from '../../host/today.ts';
import { object, position, text } from '../parameter-shapes.ts';
import type { OwnRequest } from '../request.ts';
import { imageAt, listedVulnerability } from './image-at.ts';

/** Days for which something is accepted, unless the user says otherwise. */
const proposedDays = 90;

export const imageVulnerabilities: OwnRequest<'seaworthy/imageVulnerabilities'> = {
  method: 'seaworthy/imageVulnerabilities',
  shape: object({ uri: text, position }),
  async answer(session, params) {
    const known = await imageAt(session, params);
    if (known === undefined) return null;
    const { file, reference, result, summary, settings } = known;
    const { vulnerabilities, accepted = [] } = result.report;
    return {
      image: visible(normalised(reference)),
      summary,
      isStale: session.images.isStale(result, settings),
      vulnerabilities: [
        ...vulnerabilities.map((one) => listedVulnerability(one)),
        ...accepted.map(({ vulnerability, reason, until }) =>
          listedVulnerability(vulnerability, `${until}: ${reason}`),
        ),
      ],
      hasDocument: session.images.vexFor(file.path).length > 0,
      today: session.host.today(),
      proposedEnd: dayAfter(session.host.today(), proposedDays),
    };
  },
};
