import type { Audience } from '#platform/session/notify.ts';
import { notify } from '#platform/session/notify.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import type { ApplicationId } from './application.ts';
import { loadApplication, type ApplicationRecord } from './application.store.ts';

const topics = [
  'support.application.submitted',
  'support.application.examined',
  'support.application.decided',
  'support.application.closed',
  'support.disbursement.recorded',
  'support.disbursement.confirmed',
  'support.disbursement.disputed',
  'support.disbursement.withdrawn',
] as const;
type Topic = (typeof topics)[number];

const province: Audience = { role: 'provincial-officer' };
const applicant = ({ organisation_id }: ApplicationRecord): Audience[] => [{ organisation: organisation_id }];
const desk = ({ unit_code }: ApplicationRecord): Audience[] =>
  unit_code === null ? [] : [{ unit: unit_code, role: 'commune-officer' }];
const payers = (application: ApplicationRecord): Audience[] => [
  ...desk(application),
  province,
  ...(application.fund_id === null ? [] : [{ organisation: application.fund_id }]),
];

const toldTo: Record<Topic, (application: ApplicationRecord) => Audience[]> = {
  'support.application.submitted': desk,
  'support.application.examined': (application) => [...applicant(application), province],
  'support.application.decided': (application) => [...applicant(application), ...desk(application)],
  'support.application.closed': applicant,
  'support.disbursement.recorded': applicant,
  'support.disbursement.confirmed': payers,
  'support.disbursement.disputed': payers,
  'support.disbursement.withdrawn': applicant,
};

/** Whose turn it is now learns of it. */
export const supportNotifier: Subscriber = {
  name: 'support.notify',
  topics,
  work: async (db, { topic, payload }) => {
    const application = await loadApplication(db, payload['application'] as ApplicationId);
    const step = payload['opinion'] ?? payload['decision'];
    await notify(db, {
      topic: typeof step === 'string' ? `${topic}.${step}` : topic,
      params: { number: application.number, organisation: application.organisation_name },
      link: `/support/applications/${application.id}`,
      to: toldTo[topic as Topic](application),
    });
  },
};
