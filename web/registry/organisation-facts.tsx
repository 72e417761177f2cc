import { Anchor } from '@mantine/core';
import { tellsUnit } from '#kernel/place.ts';
import { kindIsForm, type LegalForm } from '#contexts/registry/legal-form.ts';
import type { OrganisationKind } from '#contexts/registry/organisation.ts';
import type { OrganisationView, PlaceView } from '#contexts/registry/organisation.wire.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import { daysText, dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { placesPaths } from '#web/places/paths.ts';
import { Facts, type Fact } from '#web/ui/facts.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText, InstantText } from '#web/ui/value-text.tsx';
import { fieldsText } from './organisation-list.page.tsx';
import { NumberLooks, PersonNumber } from './person-number.tsx';

type Place = z.infer<typeof PlaceView>;

/** What is public of an organisation, and for its own people and officers how to reach it. */
export function OrganisationFacts({ organisation }: { organisation: OrganisationView }) {
  const t = useWords('registry');
  const { contact } = organisation;
  return (
    <>
      <Section title={t('organisation.facts')}>
        <Facts facts={usePublicFacts(organisation)} />
      </Section>
      {organisation.personNumber !== null && organisation.may.lookAtNumber && (
        <NumberLooks organisation={organisation.id} />
      )}
      {contact !== null && (
        <Section title={t('organisation.contact')} lead={t('organisation.contactNote')}>
          <Facts
            facts={[
              { label: t('organisation.phone'), value: contact.phone },
              { label: t('organisation.email'), value: contact.email },
              { label: t('organisation.representativePhone'), value: contact.representativePhone },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** A fact that is worth a line only when it is there. */
const ifThere = (label: string, value: ReactNode): Fact[] => (value === null ? [] : [{ label, value }]);

/** Where the kind is the form, the form is called as the kind. */
function useLegalFormText(kind: OrganisationKind, form: LegalForm | null): string | null {
  const t = useWords('registry');
  if (form !== null) return t(`legalForm.${form}`);
  return kindIsForm(kind) ? t(`kind.${kind}`) : null;
}

function useNumberFacts(organisation: OrganisationView): Fact[] {
  const { kind, taxNumber, personNumber } = organisation;
  const t = useWords('registry');
  const formText = useLegalFormText(kind, organisation.legalForm);
  const isPersons = kind === 'farm' || kind === 'household-business';
  return [
    { label: t('legalFormLabel'), value: formText },
    {
      label: t('organisation.taxNumber'),
      value:
        taxNumber ??
        (personNumber ? (
          <PersonNumber organisation={{ ...organisation, personNumber }} />
        ) : isPersons ? (
          t('organisation.taxNumberHidden')
        ) : null),
    },
    ...ifThere(t('organisation.shortName'), organisation.shortName),
    { label: t('organisation.foundedOn'), value: organisation.foundedOn && <DayText day={organisation.foundedOn} /> },
    { label: t('organisation.registrationNumber'), value: organisation.registrationNumber },
    {
      label: t('organisation.certificateOn'),
      value: organisation.certificateOn && <DayText day={organisation.certificateOn} />,
    },
    ...ifThere(t('organisation.gln'), organisation.gln),
  ];
}

/** Nobody has told since when: said in words, rather than by a day that was none. */
function useSpanText(): (place: Place) => string {
  const t = useWords('registry');
  return ({ from, until }) =>
    from === null && until !== null ? t('organisation.untilOnly', { until: dayText(until) }) : daysText(from, until);
}

function usePublicFacts(organisation: OrganisationView): Fact[] {
  const t = useWords('registry');
  const spanText = useSpanText();
  const { place, formerPlaces, representative, seatProvince, website } = organisation;
  return [
    ...useNumberFacts(organisation),
    { label: t('fieldLabel'), value: fieldsText(organisation.fields) },
    { label: t('organisation.place'), value: place && <SeatLink place={place} /> },
    ...ifThere(t('organisation.formerDistrict'), organisation.formerDistrict),
    ...ifThere(t('organisation.seatProvince'), seatProvince && seatProvince.name),
    ...formerPlaces.map((former) => ({
      label: `${t('organisation.formerPlace')} (${spanText(former)})`,
      value: <PlaceText place={former} />,
    })),
    {
      label: t('organisation.representative'),
      value: representative && [representative.name, representative.title].filter(Boolean).join(', '),
    },
    ...ifThere(t('organisation.website'), website && <Website address={website} />),
    { label: t('organisation.changedAt'), value: <InstantText at={organisation.changedAt} /> },
  ];
}

/** Today's seat, leading to its unit through time. */
function SeatLink({ place }: { place: Place }) {
  if (place.unit === null) return <PlaceText place={place} />;
  return (
    <Anchor component={Link} to={placesPaths.unit(place.unit.code)}>
      <PlaceText place={place} />
    </Anchor>
  );
}

function PlaceText({ place: { address, unit } }: { place: Place }) {
  const t = useWords('registry');
  const unitText = unit === null ? '' : `${t(`unitKind.${unit.kind}`)} ${unit.name}`;
  const isTold = address !== null && unit !== null && tellsUnit(address, unit.name);
  return <>{[address, isTold ? '' : unitText].filter(Boolean).join(', ')}</>;
}

const Website = ({ address }: { address: string }) => (
  <Anchor href={address} rel="noopener noreferrer nofollow" target="_blank">
    {address}
  </Anchor>
);
