import type { Db } from '#platform/database/db.ts';
import type { UndividedTables } from './undivided.tables.ts';
import type { CapitalTables } from './capital.tables.ts';
import type { ChangeRequestTables } from './change-request.tables.ts';
import type { CardTables } from './card.tables.ts';
import type { ConsentTables } from './consent.tables.ts';
import type { CommodityTables } from './commodity.tables.ts';
import type { MemberTables } from './member.tables.ts';
import type { MergerTables } from './record-merger.tables.ts';
import type { LifeTables } from './organisation-state.tables.ts';
import type { DocumentTables } from './organisation-document.tables.ts';
import type { OrganisationTables, RegistryViews } from './organisation.tables.ts';
import type { PlaceTables } from './unit.tables.ts';
import type { SetupTables } from './setup.tables.ts';
import type { PersonalTables } from './sensitive.tables.ts';
import type { YearlyTables } from './yearly.tables.ts';

export type RegistryTables = OrganisationTables &
  LifeTables &
  MemberTables &
  MergerTables &
  CapitalTables &
  UndividedTables &
  ChangeRequestTables &
  CardTables &
  ConsentTables &
  DocumentTables &
  PersonalTables &
  YearlyTables &
  CommodityTables &
  PlaceTables &
  SetupTables;

/** All that the registry sees of the database: its own tables and the national lists. */
export const registryIn = (db: Db) => db.$extendTables<RegistryTables & RegistryViews>();
