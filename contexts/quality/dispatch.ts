import type { Day } from '#kernel/day.ts';
import type { CommodityId, OrganisationId } from '#kernel/id.ts';
import type { LotState } from './lot.ts';

export interface LotToDispatch {
  readonly organisation: OrganisationId;
  readonly commodity: CommodityId;
  readonly state: LotState;
  readonly leftQty: number;
  readonly releasedFor: readonly string[];
  readonly packedOn: Day;
}

export interface DeliveryToLoad {
  readonly seller: OrganisationId;
  readonly commodity: CommodityId;
  readonly state: 'recorded' | 'confirmed' | 'disputed' | 'corrected';
  /** Of its net weight, what no lot accounts for yet. */
  readonly leftQty: number;
}

export interface ToDispatch {
  readonly market: string;
  readonly qty: number;
  readonly dispatchedOn: Day;
}

export type DispatchObstacle =
  | {
      readonly code:
        | 'lot-blocked'
        | 'other-seller'
        | 'other-commodity'
        | 'delivery-unknown'
        | 'delivery-disputed'
        | 'delivery-corrected'
        | 'in-the-future'
        | 'before-packing';
    }
  | { readonly code: 'not-released'; readonly market: string }
  | { readonly code: 'more-than-lot-holds' | 'more-than-delivery-holds'; readonly leftQty: number };

function deliveryObstacles(lot: LotToDispatch, delivery: DeliveryToLoad, qty: number): DispatchObstacle[] {
  // Nothing more is said of what belongs to somebody else.
  if (delivery.seller !== lot.organisation) return [{ code: 'other-seller' }];
  const obstacles: DispatchObstacle[] = [];
  if (delivery.commodity !== lot.commodity) obstacles.push({ code: 'other-commodity' });
  if (delivery.state === 'disputed') obstacles.push({ code: 'delivery-disputed' });
  if (delivery.state === 'corrected') obstacles.push({ code: 'delivery-corrected' });
  if (qty > delivery.leftQty) obstacles.push({ code: 'more-than-delivery-holds', leftQty: delivery.leftQty });
  return obstacles;
}

/** Every reason why this much of the lot cannot leave with this delivery. */
export function dispatchObstacles(
  lot: LotToDispatch,
  delivery: DeliveryToLoad | undefined,
  { market, qty, dispatchedOn }: ToDispatch,
  today: Day,
): DispatchObstacle[] {
  const obstacles: DispatchObstacle[] = [];
  if (lot.state === 'blocked') obstacles.push({ code: 'lot-blocked' });
  if (!lot.releasedFor.includes(market)) obstacles.push({ code: 'not-released', market });
  if (dispatchedOn > today) obstacles.push({ code: 'in-the-future' });
  if (dispatchedOn < lot.packedOn) obstacles.push({ code: 'before-packing' });
  if (qty > lot.leftQty) obstacles.push({ code: 'more-than-lot-holds', leftQty: lot.leftQty });
  if (delivery === undefined) obstacles.push({ code: 'delivery-unknown' });
  else obstacles.push(...deliveryObstacles(lot, delivery, qty));
  return obstacles;
}
