export const sectors = ['crop', 'livestock', 'fishery', 'forestry', 'processed'] as const;
export type Sector = (typeof sectors)[number];

export const storages = ['perishable', 'storable'] as const;
export type Storage = (typeof storages)[number];

/** Shorter than a year, or a year and longer: an explicit field (Decree 98/2018/NĐ-CP), never derived. */
export const cycles = ['short', 'long'] as const;
export type Cycle = (typeof cycles)[number];
