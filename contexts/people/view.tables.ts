import type { Generated } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { ViewId } from './view.wire.ts';

export type ViewTables = {
  'people.saved_view': {
    province: Generated<Province>;
    id: ViewId;
    account_id: AccountId;
    page: string;
    name: string;
    search: string;
    saved_at: Generated<Instant>;
    ended_at: Instant | null;
  };
};
