import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import { word } from '#web/lib/i18n.ts';
import { placesPaths } from './paths.ts';

export const unitText = ({ kind, name }: { readonly kind: UnitKind; readonly name: string }): string =>
  `${word(`places:kind.${kind}`)} ${name}`;

interface Linked {
  readonly code: UnitCode;
  readonly from: Day;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A unit by its name, leading to its page through time. */
export function UnitLink({ unit }: { unit: Linked }) {
  return (
    <Anchor
      component={Link}
      to={placesPaths.unit(unit.code, unit.from)}
      inherit
      underline="always"
      style={{ whiteSpace: 'nowrap' }}
    >
      {unitText(unit)}
    </Anchor>
  );
}
