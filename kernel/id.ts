import { z } from 'zod';

/** Ids are UUIDv7, made by whoever creates the thing, also offline. */
const id = <Name extends string>(name: Name) => z.uuid().describe(name) as unknown as z.ZodType<Branded<Name>, string>;
export type Branded<Name extends string> = string & { readonly __id: Name };

export const AccountId = id('AccountId');
export type AccountId = Branded<'AccountId'>;
export const OrganisationId = id('OrganisationId');
export type OrganisationId = Branded<'OrganisationId'>;
export const MemberId = id('MemberId');
export type MemberId = Branded<'MemberId'>;
export const CommodityId = id('CommodityId');
export type CommodityId = Branded<'CommodityId'>;
export const VarietyId = id('VarietyId');
export type VarietyId = Branded<'VarietyId'>;
export const ContractId = id('ContractId');
export type ContractId = Branded<'ContractId'>;
export const ChainId = id('ChainId');
export type ChainId = Branded<'ChainId'>;
export const DeliveryId = id('DeliveryId');
export type DeliveryId = Branded<'DeliveryId'>;
export const PlotId = id('PlotId');
export type PlotId = Branded<'PlotId'>;
export const SeasonId = id('SeasonId');
export type SeasonId = Branded<'SeasonId'>;
export const HarvestId = id('HarvestId');
export type HarvestId = Branded<'HarvestId'>;
export const LotId = id('LotId');
export type LotId = Branded<'LotId'>;
export const FileId = id('FileId');
export type FileId = Branded<'FileId'>;
export const GrantId = id('GrantId');
export type GrantId = Branded<'GrantId'>;

/** An id type for a noun that only its own context holds. */
export const idOf = id;

const idBytes = 16;
// Randomness is fetched for many ids at once: a sheet of members needs a hundred thousand.
const pool = new Uint8Array(idBytes * 256);
let used = pool.length;

function randomIdBytes(): Uint8Array<ArrayBuffer> {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += idBytes;
  return pool.slice(used - idBytes, used);
}

/** UUIDv7 (RFC 9562): sorts by the moment it was made. */
export function newId<Id extends string>(at: number = Date.now()): Id {
  const bytes = randomIdBytes();
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(at / 2 ** 32));
  view.setUint32(2, at >>> 0);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}
