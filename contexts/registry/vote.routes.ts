import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import { handle } from '#platform/method/handle.ts';
import { ownedOf } from './capital.routes.ts';
import { inLanguage, type Words } from '#platform/spreadsheet/words.ts';
import { partyNames, standingNames } from './export.words.ts';
import { mayKeepMembers, memberSight } from './member.access.ts';
import { isOfficial } from './member.ts';
import { organisationFacts } from './organisation.store.ts';
import { parameterOn } from './parameter.store.ts';
import { saveExportLook } from './personal.store.ts';
import { columnsOf, sheetReply } from '#platform/spreadsheet/reply.ts';
import { houseOf } from './letterhead.store.ts';
import { votersPdf } from './vote.print.ts';
import { membersOn } from './vote.store.ts';
import { exportVotes, listVotes } from './vote.wire.ts';

const key = 'member.votesPerOfficial';

const titles = {
  place: ['STT', 'No.', 'ลำดับ'],
  name: ['Thành viên', 'Member', 'สมาชิก'],
  party: ['Loại thành viên', 'Party', 'ประเภทสมาชิก'],
  representative: ['Người đại diện biểu quyết', 'Represented by', 'ผู้แทนลงคะแนน'],
  standing: ['Tư cách', 'Standing', 'สถานภาพ'],
  joinedOn: ['Ngày vào', 'Joined on', 'วันที่เข้า'],
  votes: ['Số phiếu', 'Votes', 'คะแนนเสียง'],
} as const satisfies Record<string, Words>;
const sheetName: Words = ['Danh sách biểu quyết', 'Voters', 'รายชื่อผู้มีสิทธิลงคะแนน'];

export const voteRoutes = [
  handle(listVotes, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const owned = ownedOf(organisation);
    const sight = memberSight(actor, owned);
    insist(sight !== 'none');
    const on = input.on ?? today;
    const members = await membersOn(db, organisation.id, on);
    const voters = members.filter(({ standing }) => isOfficial(standing));
    const named = sight !== 'masked';
    const words = named ? plain(input.search ?? '') : '';
    const found = voters.filter(({ name }) => words === '' || (name !== null && plain(name).includes(words)));
    const from = offsetOf(input);
    const each = await parameterOn(db, key, on);
    return {
      items: found
        .slice(from, from + input.size)
        .map((row) => (named ? row : { ...row, name: null, representative: null })),
      total: found.length,
      organisation: { id: organisation.id, name: organisation.name },
      on,
      voters: voters.length,
      others: members.length - voters.length,
      each: each === undefined ? null : { votes: each.value, source: each.source, verified: each.verified },
      may: { export: mayKeepMembers(actor, owned) },
    };
  }),

  handle(exportVotes, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepMembers(actor, ownedOf(organisation)));
    const on = input.on ?? today;
    const { format, language } = input;
    const members = await membersOn(db, organisation.id, on);
    const voters = members.filter(({ standing }) => isOfficial(standing));
    const each = await parameterOn(db, key, on);
    const filter = { present: 'true' as const, format };
    await saveExportLook(db, { organisation: organisation.id, filter, rows: voters.length, by: actor.account! });
    if (format === 'pdf') {
      const body = await votersPdf({
        house: await houseOf(db),
        organisation: { name: organisation.name, synthetic: organisation.provenance === 'synthetic' },
        on,
        voters,
        others: members.length - voters.length,
        votes: each?.value ?? null,
        source: each?.source ?? null,
        language,
      });
      const name = inLanguage(sheetName, language);
      return { fileName: `${name} ${on}.pdf`, mediaType: 'application/pdf', body, inline: true };
    }
    const columns = columnsOf(titles, language, { place: 'integer', joinedOn: 'day', votes: 'integer' });
    const rows = voters.map((row, at) => ({
      place: at + 1,
      name: row.name,
      party: inLanguage(partyNames[row.party], language),
      representative: row.representative,
      standing: inLanguage(standingNames[row.standing], language),
      joinedOn: row.joinedOn,
      votes: each?.value ?? null,
    }));
    return sheetReply({ name: inLanguage(sheetName, language), columns }, format, on, () => rows);
  }),
];
