import { exportBookLines, exportPatronage, exportScorecards } from '#contexts/books/data-set.wire.ts';
import { exportSurplus } from '#contexts/books/surplus.wire.ts';
import { exportUpdate, exportUpdates } from '#contexts/books/update.wire.ts';
import { exportYearBooks } from '#contexts/books/year-book.wire.ts';
import { exportPairs } from '#contexts/duplicates/pair.wire.ts';
import { exportTemplate } from '#contexts/intake/batch.wire.ts';
import { exportWork } from '#contexts/insight/work.wire.ts';
import { exportOfficerSheet } from '#contexts/people/officer-sheet.wire.ts';
import {
  exportActs,
  exportChangeRequests,
  exportParameters,
  exportUnits,
  exportYearly,
} from '#contexts/registry/data-set.wire.ts';
import { exportCapital } from '#contexts/registry/capital.wire.ts';
import { exportMembers } from '#contexts/registry/member.wire.ts';
import { exportOrganisations } from '#contexts/registry/organisation.wire.ts';
import { exportDataProtection } from '#contexts/registry/personal-request.wire.ts';
import { exportUndivided } from '#contexts/registry/undivided.wire.ts';
import { exportVotes } from '#contexts/registry/vote.wire.ts';
import { today } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { InputOf, Method } from '#kernel/method.ts';
import type { UnitCode } from '#kernel/place.ts';
import { reportingYear } from '#kernel/reporting-year.ts';
import { documentUrl } from '#web/lib/api.ts';
import type { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { hasRole, type Me } from '#web/lib/me.ts';
import type { ExportLink } from '#web/ui/export-links.tsx';

export interface ExportSet {
  readonly label: string;
  readonly note?: string;
  readonly links: readonly ExportLink[];
}
export interface ExportGroup {
  readonly title: string;
  readonly sets: readonly ExportSet[];
}

type Format = 'xlsx' | 'csv' | 'pdf';
const names: Readonly<Record<Format, string>> = { xlsx: 'XLSX', csv: 'CSV', pdf: 'PDF' };
const sheets = ['xlsx', 'csv'] as const;
const all = ['xlsx', 'csv', 'pdf'] as const;
const papers = ['pdf', 'xlsx'] as const;

/** One link for each format; what a method does not know of (a language, a format) is not asked. */
const linksTo = <M extends Method<'document'>>(method: M, input: object, formats: readonly Format[]): ExportLink[] =>
  formats.map((format) => ({
    label: names[format],
    href: documentUrl(method, { ...input, format, language: currentLanguage() } as unknown as InputOf<M>),
  }));

const set = (label: string, links: ExportSet['links'], note?: string): ExportSet => ({
  label,
  links,
  ...(note !== undefined && { note }),
});

type Say = ReturnType<typeof useWords<'insight'>>;

const language = () => ({ language: currentLanguage() });
const protection = (input: object, label: string): ExportSet =>
  set(label, [{ label: names.pdf, href: documentUrl(exportDataProtection, { ...input, ...language() }) }]);

function ofOrganisation(t: Say, organisation: OrganisationId): ExportSet[] {
  const year = reportingYear(today());
  return [
    set(t('exports.set.members'), linksTo(exportMembers, { organisation }, all), t('exports.logged')),
    set(
      t('exports.set.capital'),
      linksTo(exportCapital, { organisation, what: 'members' }, sheets),
      t('exports.logged'),
    ),
    set(
      t('exports.set.capitalBook'),
      linksTo(exportCapital, { organisation, what: 'acts' }, sheets),
      t('exports.logged'),
    ),
    set(t('exports.set.undivided'), linksTo(exportUndivided, { organisation }, sheets)),
    set(t('exports.set.votes'), linksTo(exportVotes, { organisation }, all), t('exports.logged')),
    set(t('exports.set.update', { year }), [
      { label: names.pdf, href: documentUrl(exportUpdate, { organisation, year, format: 'pdf' }) },
      { label: names.xlsx, href: documentUrl(exportUpdate, { organisation, year, format: 'xlsx' }) },
    ]),
    set(t('exports.set.yearBooks'), linksTo(exportYearBooks, { organisation }, papers)),
    set(t('exports.set.surplus'), linksTo(exportSurplus, { organisation }, papers), t('exports.logged')),
    protection({ organisation }, t('exports.set.protection')),
  ];
}

function ofProvince(t: Say, me: Me): ExportSet[] {
  const isOfficer = hasRole(me, 'provincial-officer');
  return [
    ...(isOfficer || hasRole(me, 'auditor')
      ? [
          set(
            t('exports.set.allMembers'),
            linksTo(exportMembers, {}, sheets),
            isOfficer ? t('exports.logged') : t('exports.masked'),
          ),
        ]
      : []),
    ...(isOfficer ? [protection({}, t('exports.set.allProtection'))] : []),
    ...(hasRole(me, 'administrator')
      ? [set(t('exports.set.officers'), [{ label: names.xlsx, href: documentUrl(exportOfficerSheet, language()) }])]
      : []),
  ];
}

const ownPeople = ['organisation-manager', 'organisation-member'] as const;
const officials = ['provincial-officer', 'commune-officer', 'auditor'] as const;

/** Of all organisations whose figures the person may see: the server picks them. */
function ofFigures(t: Say, me: Me): ExportSet[] {
  const isOfficial = hasRole(me, ...officials);
  const hasOrganisation = me.grants.some(({ organisation }) => organisation !== null);
  return [
    ...(isOfficial || hasOrganisation ? [set(t('exports.set.yearly'), linksTo(exportYearly, {}, sheets))] : []),
    ...(isOfficial || hasRole(me, 'organisation-manager')
      ? [
          set(t('exports.set.bookLines'), linksTo(exportBookLines, {}, sheets)),
          set(t('exports.set.sizes'), linksTo(exportScorecards, { card: 'size' }, sheets)),
          set(t('exports.set.ratings'), linksTo(exportScorecards, { card: 'rating' }, sheets)),
          set(t('exports.set.patronage'), linksTo(exportPatronage, {}, sheets), t('exports.masked')),
        ]
      : []),
    ...(isOfficial || hasRole(me, ...ownPeople)
      ? [set(t('exports.set.requests'), linksTo(exportChangeRequests, {}, sheets))]
      : []),
  ];
}

const working = ['provincial-officer', 'commune-officer', 'organisation-manager', 'administrator'] as const;

/** Records that may be one, and what was decided of them; who only runs an organisation has its members'. */
function ofDuplicates(t: Say, me: Me): ExportSet[] {
  const isOfficial = hasRole(me, ...officials);
  const subjects = [
    ...(isOfficial ? (['organisation'] as const) : []),
    ...(isOfficial || hasRole(me, 'organisation-manager') ? (['member'] as const) : []),
  ];
  const isNamed = hasRole(me, 'provincial-officer', 'commune-officer', 'organisation-manager');
  return subjects.flatMap((subject) => {
    const note = subject === 'organisation' ? undefined : isNamed ? t('exports.logged') : t('exports.masked');
    return (['pairs', 'decisions'] as const).map((what) =>
      set(t(`exports.set.${what}.${subject}`), linksTo(exportPairs, { subject, what }, sheets), note),
    );
  });
}

const templates = ['organisations', 'members', 'accounts'] as const;
const importing = ['provincial-officer', 'commune-officer', 'organisation-manager'] as const;

function ofWork(t: Say, me: Me): ExportSet[] {
  const kinds = templates.filter((kind) => kind === 'members' || hasRole(me, 'provincial-officer', 'commune-officer'));
  const units = new Map(
    me.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit ? [[unit.code, unit]] : [])),
  );
  return [
    ...(hasRole(me, ...working) ? [set(t('exports.set.work'), linksTo(exportWork, {}, sheets))] : []),
    ...ofDuplicates(t, me),
    ...[...units.values()].map(({ code, name }) =>
      set(
        t('exports.set.organisationsOf', { unit: name }),
        linksTo(exportOrganisations, { unit: code satisfies UnitCode }, all),
      ),
    ),
    ...(hasRole(me, ...importing, 'auditor')
      ? [set(t('exports.set.updates'), linksTo(exportUpdates, {}, sheets))]
      : []),
    ...(hasRole(me, ...importing)
      ? kinds.map((kind) =>
          set(
            t('exports.set.template', { kind: t(`exports.template.${kind}`) }),
            linksTo(exportTemplate, { kind }, sheets),
          ),
        )
      : []),
  ];
}

/** Every dataset the person may take away, by where it comes from. */
export function exportGroups(t: Say, me: Me): ExportGroup[] {
  const run = new Map(
    me.grants.flatMap(({ role, organisation }) =>
      role === 'organisation-manager' && organisation ? [[organisation.id, organisation.name] as const] : [],
    ),
  );
  return [
    {
      title: t('exports.everybody'),
      sets: [
        set(t('exports.set.organisations'), linksTo(exportOrganisations, {}, all)),
        set(t('exports.set.acts'), linksTo(exportActs, {}, sheets)),
        set(t('exports.set.units'), linksTo(exportUnits, { what: 'units' }, sheets)),
        set(t('exports.set.links'), linksTo(exportUnits, { what: 'links' }, sheets)),
        set(t('exports.set.classes'), linksTo(exportUnits, { what: 'classes' }, sheets)),
        set(t('exports.set.parameters'), linksTo(exportParameters, {}, sheets), t('exports.unverified')),
      ],
    },
    { title: t('exports.province'), sets: ofProvince(t, me) },
    { title: t('exports.figures'), sets: ofFigures(t, me) },
    { title: t('exports.officer'), sets: ofWork(t, me) },
    ...[...run].map(([id, name]) => ({ title: name, sets: ofOrganisation(t, id) })),
  ].filter(({ sets }) => sets.length > 0);
}
