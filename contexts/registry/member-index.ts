import { plain } from '#kernel/text.ts';

interface Recognisable {
  readonly organisation: string;
  readonly plainName: string;
  readonly partyOrganisation: string | null;
  /** As hex; the number itself stays sealed. */
  readonly nationalHmac: string | null;
}

/** Members by what they are recognised by. */
export class MemberIndex<Member extends Recognisable> {
  readonly #byHmac = new Map<string, Member>();
  readonly #byName = new Map<string, Member[]>();
  readonly #byParty = new Map<string, Member>();

  constructor(members: Iterable<Member>) {
    for (const member of members) {
      if (member.nationalHmac !== null) this.#byHmac.set(`${member.organisation} ${member.nationalHmac}`, member);
      if (member.partyOrganisation !== null)
        this.#byParty.set(`${member.organisation} ${member.partyOrganisation}`, member);
      const key = `${member.organisation} ${member.plainName}`;
      const same = this.#byName.get(key);
      if (same === undefined) this.#byName.set(key, [member]);
      else same.push(member);
    }
  }

  byHmac = (organisation: string, hmac: string): Member | undefined => this.#byHmac.get(`${organisation} ${hmac}`);
  byParty = (organisation: string, party: string): Member | undefined => this.#byParty.get(`${organisation} ${party}`);
  byName = (organisation: string, name: string): readonly Member[] =>
    this.#byName.get(`${organisation} ${plain(name)}`) ?? [];
}
