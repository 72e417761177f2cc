import type { Role } from '#kernel/actor.ts';
import { limitPrices } from './access.linkage.ts';
import { samplers } from './access.quality.ts';
import { memberSecrets } from './access.registry.ts';
import { secrets, sides, type AccessWorld, type Asker, type Side } from './access.world.ts';

/** Something planted in the world, with those who may read it: of their own side, and of the other. */
export interface Secret {
  readonly what: string;
  readonly text: string;
  readonly side: Side;
  readonly own: readonly Role[];
  readonly foreign: readonly Role[];
  /** Methods whose business it is to say it, whoever asks. */
  readonly open?: RegExp;
}

const officers: readonly Role[] = ['provincial-officer', 'commune-officer'];
const province: readonly Role[] = ['provincial-officer'];
const organisationRoles: readonly Role[] = [
  'organisation-manager',
  'organisation-member',
  'buyer',
  'bank-officer',
  'laboratory',
];
const keepers: readonly Role[] = [...officers, 'organisation-manager'];

/** Who exists and what banks offer is public; that a cooperative has to do with one of them is not. */
const banksInPublic =
  /^registry\.(organisation|name|act|certificate|yearly)\.|^people\.(account|demonstration)\.|^credit\.product\./;

/** Everybody reads what is kept of oneself; docs/access.md says that nobody reads it of somebody else. */
const ofOneself = /^registry\.(membership\.list|personal-copy\.export)$/;

function secretsOf({ organisations }: AccessWorld, side: Side): Secret[] {
  const member = (field: keyof typeof memberSecrets) => memberSecrets[field][side];
  const kept = { side, own: keepers, foreign: province };
  const bankWise: readonly Role[] = ['organisation-manager', 'bank-officer'];
  return [
    { ...kept, what: "a member's name", text: member('name'), own: [...keepers, 'organisation-member'] },
    { ...kept, what: 'a guardian', text: member('guardian') },
    { ...kept, what: "a member's phone", text: member('phone'), open: ofOneself },
    { ...kept, what: "a member's hamlet", text: member('hamlet'), open: ofOneself },
    {
      side,
      what: 'a national id',
      text: member('nationalId'),
      own: keepers,
      foreign: [],
      open: /^registry\.national-id\.get$/,
    },
    {
      ...kept,
      what: "the representative's phone",
      text: member('representativePhone'),
      own: [...keepers, 'organisation-member'],
    },
    {
      ...kept,
      what: "an organisation's phone",
      text: secrets.organisationPhone[side],
      own: [...officers, ...organisationRoles],
    },
    {
      ...kept,
      what: "an organisation's mail",
      text: secrets.organisationMail[side],
      own: [...officers, ...organisationRoles],
    },
    {
      ...kept,
      what: "a sampler's name",
      text: samplers[side],
      own: [...keepers, 'organisation-member', 'laboratory'],
    },
    {
      side,
      what: "a trading household's tax number, which is a person's",
      text: secrets.buyerTaxNumber[side],
      own: [...officers, 'buyer'],
      foreign: [],
      open: /^registry\.person-number\.get$/,
    },
    { side, what: 'a floor', text: String(limitPrices.floor[side]), own: ['organisation-manager'], foreign: [] },
    { side, what: 'a ceiling', text: String(limitPrices.ceiling[side]), own: ['buyer'], foreign: [] },
    { side, what: "the bank's name", text: secrets.bankName[side], own: bankWise, foreign: [], open: banksInPublic },
    { side, what: "the bank's id", text: organisations[side].bank, own: bankWise, foreign: [], open: banksInPublic },
  ];
}

export const secretsIn = (world: AccessWorld): Secret[] => sides.flatMap((side) => secretsOf(world, side));

/** Said in so many words. A price's few digits are found in some id or other by chance: they count where they stand alone. */
export const tells = (words: string, text: string): boolean =>
  /^\d{1,8}$/.test(text) ? new RegExp(`(?<![\\w-])${text}(?![\\w-])`).test(words) : words.includes(text);

/** Somebody of the own side asks. */
export function mayRead({ side, own, foreign, open }: Secret, asker: Asker, method: string): boolean {
  if (open?.test(method) === true) return true;
  return ((side === 'own' ? own : foreign) as readonly Asker[]).includes(asker);
}
