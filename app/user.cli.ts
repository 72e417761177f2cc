import type { z } from 'zod';
import { isOrganisationRole, Role } from '#kernel/actor.ts';
import { OrganisationId } from '#kernel/id.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { inProvince } from '#platform/database/transaction.ts';
import { Problem } from '#kernel/problem.ts';
import { accountsOf, inviteFromConsole, invitationPath, type GrantObstacle } from '#people';
import { BadUse, onInstallation, progress, type CliCommand, type Given } from './cli-command.ts';
import { settledProvince } from './province.ts';

const quoted = (given: unknown): string => JSON.stringify(given ?? null);

function parsed<T>(schema: z.ZodType<T, string>, given: unknown, expected: string): T {
  const result = schema.safeParse(given);
  if (!result.success) throw new BadUse(`${expected}; got ${quoted(given)}`);
  return result.data;
}

const optional = <T>(schema: z.ZodType<T, string>, given: unknown, expected: string): T | null =>
  given === undefined ? null : parsed(schema, given, expected);

function wanted({ options }: Given) {
  const role = parsed(Role, options['role'], `--role: expected one of ${Role.options.join(', ')}`);
  const name = parsed(line(100, 2), options['name'], '--name: expected the person’s name, 2 to 100 characters');
  const organisation = optional(
    OrganisationId,
    options['organisation'],
    "--organisation: expected an organisation's id (UUID)",
  );
  const unit = optional(UnitCode, options['unit'], "--unit: expected a unit's code of five digits");
  if (isOrganisationRole(role) && organisation === null)
    throw new BadUse(`--role ${role} is held in an organisation: expected --organisation ID`);
  if (role === 'commune-officer' && unit === null)
    throw new BadUse('--role commune-officer is held in a unit: expected --unit CODE');
  return { name, role, organisation, unit };
}

type Invitation = ReturnType<typeof wanted>;

const expected = (obstacle: GrantObstacle, { role, organisation, unit }: Invitation): string => {
  switch (obstacle) {
    case 'organisation-unknown':
      return `--organisation: expected the id of an organisation of this province; got ${quoted(organisation)}`;
    case 'unit-unknown':
      return `--unit: expected the code of one of the province's units of today; got ${quoted(unit)}`;
    case 'organisation-not-wanted':
      return `--role ${role} is held in no organisation: expected no --organisation; got ${quoted(organisation)}`;
    case 'unit-not-wanted':
      return `--role ${role} is held in no unit: expected no --unit; got ${quoted(unit)}`;
    case 'role-does-not-fit':
      return `--role ${role} is held in organisations of another kind: expected another --organisation; got ${quoted(organisation)}`;
    default:
      return `the role cannot be given: ${obstacle}`;
  }
};

async function invite(given: Given): Promise<void> {
  const invitation = wanted(given);
  const link = await onInstallation(async (config, installation) => {
    const { province } = await settledProvince(config, installation, progress);
    const token = await inProvince(installation.database, province, ({ client, db }) =>
      inviteFromConsole({ client, db, province }, invitation),
    );
    return `${config.origin}${invitationPath(token)}`;
  }).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'people.invitation.not-draftable') throw error;
    const obstacles = error.details['obstacles'] as readonly GrantObstacle[];
    throw new BadUse(obstacles.map((obstacle) => expected(obstacle, invitation)).join('\n'));
  });
  console.log(given.options['json'] === true ? JSON.stringify({ link }) : `One-time link, open for 24 hours:\n${link}`);
}

async function list(given: Given): Promise<void> {
  const accounts = await onInstallation(async (config, installation) => {
    const { province } = await settledProvince(config, installation, progress);
    return inProvince(installation.database, province, ({ db }) => accountsOf(db), { readOnly: true });
  });
  if (given.options['json'] === true) console.log(JSON.stringify(accounts, null, 2));
  else for (const { name, email, roles } of accounts) console.log(`${name}\t${email}\t${roles.join(', ')}`);
}

export const userCommand: CliCommand = {
  name: 'user',
  summary: 'make a one-time link for a person, or list who has access',
  help: `Usage: npm run -s lienket -- user invite --name NAME --role ROLE [--organisation ID | --unit CODE] [--json]
       npm run -s lienket -- user list [--json]

invite prints a one-time link that lets a person choose a password and take the role; it lasts 24 hours and is audited.
This is how the first administrator of a province comes in.
  --role           ${Role.options.join(', ')}
  --organisation   for roles held in an organisation
  --unit           for a commune officer`,
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    organisation: { type: 'string' },
    unit: { type: 'string' },
  },
  run: async (given) => {
    const [what, ...rest] = given.words;
    if (rest.length > 0 || (what !== 'invite' && what !== 'list'))
      throw new BadUse(`expected: user invite, or user list; got ${JSON.stringify(given.words.join(' '))}`);
    await (what === 'invite' ? invite(given) : list(given));
  },
};
