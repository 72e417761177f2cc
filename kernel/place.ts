import { z } from 'zod';

/** A province-level unit's number in the national list (NSO), 1 to 99. Quảng Ninh is 22. */
export const Province = z.int().min(1).max(99) as unknown as z.ZodType<Province, number>;
export type Province = number & { readonly __province: true };

/** A commune-level unit's NSO code. Codes are reused in time: read it together with a day. */
export const UnitCode = z.string().regex(/^\d{5}$/) as unknown as z.ZodType<UnitCode, string>;
export type UnitCode = string & { readonly __unit: true };

export const unitKinds = ['ward', 'commune', 'special-zone', 'township'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** An address often ends with its unit already: "Thôn 6, xã Đầm Hà" needs no second "Đầm Hà". */
export function tellsUnit(address: string, unitName: string): boolean {
  const [told, name] = [address, unitName].map((text) => text.normalize('NFC').trim().toLowerCase()) as [
    string,
    string,
  ];
  return told.endsWith(name) && !/\p{L}$/u.test(told.slice(0, told.length - name.length));
}

export const Lon = z.number().min(-180).max(180);
export const Lat = z.number().min(-90).max(90);

/** RFC 7946: a ring is closed, lon-lat, the outer one counterclockwise. */
export const Position = z.tuple([Lon, Lat]);
export const Polygon = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(Position).min(4).max(5_000)).min(1).max(50),
});
export type Polygon = z.infer<typeof Polygon>;
