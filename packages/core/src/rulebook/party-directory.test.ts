import { describe, expect, it } from 'vitest';
import type { GroupId, PartyId } from '../model/index.ts';
import { foldName, loadRulebook, openRulebook, PartyDirectory } from './index.ts';
import { company, group, readLaw } from './rulebook.fixture.ts';

const law = loadRulebook(readLaw());
const directory = law.ok ? openRulebook(law.rulebook).directory : new PartyDirectory([]);
const KASPERSKY = 'kaspersky' as GroupId;

describe('foldName', () => {
  it.each([
    ['case', 'KASPERSKY LAB', 'kaspersky lab'],
    ['full width letters', 'ＫＡＳＰＥＲＳＫＹ　ＬＡＢ', 'kaspersky lab'],
    ['marks over letters', 'Káspęrsky Läb', 'kaspersky lab'],
    ['letters that came apart', 'Ka\u0301spersky', 'kaspersky'],
    ['commas and full stops', 'Kaspersky Lab, Inc.', 'kaspersky lab inc'],
    ['full stops inside a legal form', 'Kaspersky Lab S.r.l.', 'kaspersky lab srl'],
    ['hyphens and underscores', 'Kaspersky-Lab_Inc', 'kaspersky lab inc'],
    ['quotation marks', 'АО «Лаборатория Касперского»', 'ао лаборатория касперского'],
    ['typographic quotation marks', '“Kaspersky Lab”', 'kaspersky lab'],
    ['spaces of every kind', '  Kaspersky\u00A0\u2003Lab\n', 'kaspersky lab'],
    ['a possessive', 'Kaspersky’s', 'kasperskys'],
    ['a possessive with a straight apostrophe', "Kaspersky's", 'kasperskys'],
    ['й, which is и with a mark', 'Андрей', 'андреи'],
    ['nothing but punctuation', ' ... ', ''],
  ])('folds %s', (_, name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it.each(['Kaspersky Lab', 'Лаборатория Касперского', '卡巴斯基', 'كاسبرسكي', 'ｶｽﾍﾟﾙｽｷｰ'])(
    'changes %s no more once it is folded',
    (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name));
    },
  );

  it('keeps legal forms, which tell sister companies apart', () => {
    expect(foldName('Kaspersky Lab AO')).not.toBe(foldName('Kaspersky Lab Inc'));
  });

  it.each(['Kaspersky™', 'Kaspersky®', 'Kaspersky℠'])('does not read the sign in %s', (name) => {
    expect(foldName(name)).toBe('kaspersky');
  });

  it.each(['Kasper\u00ADsky', 'Kas\u200Bpersky', 'Kasper\u2060sky', '\uFEFFKaspersky'])(
    'does not read the invisible character in %j',
    (name) => {
      expect(foldName(name)).toBe('kaspersky');
    },
  );
});

describe('looking up a party', () => {
  it.each([
    ['kaspersky-lab-ao', 'kaspersky-lab-ao'],
    ['AO Kaspersky Lab', 'kaspersky-lab-ao'],
    ['ao kaspersky lab', 'kaspersky-lab-ao'],
    ['Kaspersky Lab, JSC', 'kaspersky-lab-ao'],
    ['АО «Лаборатория Касперского»', 'kaspersky-lab-ao'],
    ['Лаборатория Касперского', 'kaspersky-lab'],
    ['KASPERSKY', 'kaspersky-lab'],
    ['Kaspersky Lab Inc', 'kaspersky-lab-inc'],
    ['ООО Kaspersky Group', undefined],
    ['OOO Kaspersky Group', 'kaspersky-group-ooo'],
    ['Kaspersky Labs Ltd.', 'kaspersky-labs-limited'],
    ['KASPERSKY LABS LIMITED', 'kaspersky-labs-limited'],
    ['China Unicom (Americas) Operations Limited', 'china-unicom-americas'],
    ['China Telecom (Americas) Corporation', 'china-telecom-americas'],
    ['Chekunov, Igor Gennadyevich', 'ofac-chekunov-igor'],
    ['Igor G. Chekunov', 'ofac-chekunov-igor'],
    ['Евгений Касперский', 'eugene-kaspersky'],
    ['Casper Sky', undefined],
    ['', undefined],
    ['__proto__', undefined],
  ])('finds %j as %s', (name, id) => {
    expect(directory.lookUp(name).party?.id).toBe(id);
  });

  it('calls a first and last name weak, and the full name not', () => {
    expect(directory.lookUp('Anton Ivanov')).toMatchObject({ isWeak: true });
    expect(directory.lookUp('Ivanov, Anton')).toMatchObject({ isWeak: true });
    expect(directory.lookUp('Anton Mikhaylovich Ivanov').isWeak).toBeUndefined();
    expect(directory.lookUp('ofac-ivanov-anton').isWeak).toBeUndefined();
  });

  it('prefers a strong name to a weak one of somebody else', () => {
    const strong = company('b', 'Jo Do');
    const weak = company('a', 'Joe Doe', { weakAliases: ['Jo Do'] });

    const found = new PartyDirectory([group('g', [weak, strong])]).lookUp('Jo Do');

    expect(found.party?.id).toBe('b');
    expect(found.isWeak).toBeUndefined();
  });

  // A maker of AI and a maker of fire alarms are told apart by capitals only.
  it('leaves every other writing of a name open that capitals alone tell from others', () => {
    const own = company('mini-ai', 'MiniMax', { weakAliases: ['Minimax'] });
    const found = new PartyDirectory([group('g', [own])]);

    expect(found.lookUp('MiniMax')).toEqual({ party: own, likelyGroups: [] });
    expect(found.lookUp(' MiniMax ')).toEqual({ party: own, likelyGroups: [] });
    for (const name of ['Minimax', 'MINIMAX', 'minimax']) {
      expect(found.lookUp(name)).toMatchObject({ party: own, isWeak: true });
    }
    expect(found.lookUp('Minimax GmbH').party).toBeUndefined();
  });

  it.each([
    'Kaspersky Lab Spanish affiliate',
    "Kaspersky's Spanish affiliate",
    'Kaspersky’s distributor',
    'Grupo Kaspersky, S.L.',
    'kaspersky-iberia',
  ])('counts %s to the likely companies of the group', (name) => {
    const found = directory.lookUp(name);

    expect(found.party).toBeUndefined();
    expect(found.likelyGroups).toEqual(['kaspersky']);
  });

  it.each(['Kasperskyan Ltd', 'Casper Sky', 'Jasper Sky Kas Persky'])(
    'does not see the word of the group inside the words of %s',
    (name) => {
      expect(directory.lookUp(name).likelyGroups).toEqual([]);
    },
  );

  it('names a likely group once, however often its word occurs', () => {
    const found = directory.lookUp('Kaspersky Kaspersky Kaspersky');

    expect(found.likelyGroups).toEqual(['kaspersky']);
  });

  it('gives the same answer to the same name, first and later', () => {
    const first = directory.lookUp('Kaspersky Iberia');

    expect(directory.lookUp('Kaspersky Iberia')).toEqual(first);
  });

  it('copes with a name of a million letters', () => {
    const found = directory.lookUp(`${'x'.repeat(1_000_000)} Kaspersky`);

    expect(found.likelyGroups).toEqual(['kaspersky']);
  });
});

describe('names written otherwise', () => {
  it.each([
    ['Игорь Геннадьевич Чекунов', 'ofac-chekunov-igor'],
    ['Gennadievich Chekunov Igor', 'ofac-chekunov-igor'],
    ['Mr. Igor Gennadevich Chekunov, CLO', 'ofac-chekunov-igor'],
    ['Daniil Sergeevich Borschev', 'ofac-borshchev-daniil'],
    ['Михаил Юрьевич Гербер', 'ofac-gerber-mikhail'],
    ['Marina Mikhailovna Alexeyeva', 'ofac-alekseeva-marina'],
    ['Dr. Anton Ivanov', 'ofac-ivanov-anton'],
    ['AO Kaspersky Lab, Moscow', 'kaspersky-lab-ao'],
    ['AO Laboratoriya Kasperskogo', 'kaspersky-lab-ao'],
    ['Kaspersky Labs Limited (UK)', 'kaspersky-labs-limited'],
    ['Чекунов И.Г.', 'ofac-chekunov-igor'],
    ['Ivanov, Anton M. (Moscow)', 'ofac-ivanov-anton'],
    ['A.A. Suvorov', 'ofac-suvorov-andrei'],
    ['ЗАО Лаборатория Касперского', 'kaspersky-lab-ao'],
  ])('may mean a party: %s', (name, id) => {
    const found = directory.lookUp(name);

    expect(found.party).toBeUndefined();
    expect(found.near).toContain(id);
  });

  it.each([
    'Anton Sergeyevich Ivanov',
    'Ivanov, Anton D.',
    'Igor Petrov',
    'Ivanov, Anton D.',
    'Kaspersky Lab Iberia',
    'Kasperskyan Holdings',
    'Hospital Limited',
    'a Suvorov museum',
    '',
  ])('mean nobody: %j', (name) => {
    expect(directory.lookUp(name).near ?? []).toEqual([]);
  });

  it('may mean any Chinese company when written in Chinese characters alone', () => {
    const chinese = company('zhong', 'Zhong Co., Ltd.', { country: 'CN' });
    const german = company('hans', 'Hans GmbH', { country: 'DE' });

    const near = new PartyDirectory([group('g', [chinese, german])]).lookUp('中国公司').near;

    expect(near).toEqual(['zhong']);
  });

  it('copes with a long name of one letter', () => {
    expect(directory.lookUp('a '.repeat(200_000)).near ?? []).toEqual([]);
  });
});

describe('groups and lists', () => {
  it('know their members', () => {
    expect(directory.isMember('kaspersky-lab-ao' as PartyId, KASPERSKY)).toBe(true);
    expect(directory.isMember('eugene-kaspersky' as PartyId, KASPERSKY)).toBe(false);
    expect(directory.isMember('kaspersky-lab-ao' as PartyId, 'none' as GroupId)).toBe(false);
    expect(directory.hasGroup('kaspersky')).toBe(true);
    expect(directory.hasGroup('none')).toBe(false);
  });

  it('know who was ever on a list', () => {
    expect(directory.onList('bis-entity-list')).toEqual(
      expect.arrayContaining(['kaspersky-lab-ao', 'kaspersky-group-ooo', 'kaspersky-labs-limited']),
    );
    expect(directory.onList('bis-entity-list')).not.toContain('kaspersky-lab-inc');
    expect(directory.onList('ofac-sdn')).toContain('ofac-chekunov-igor');
    expect(directory.onList('ofac-sdn')).not.toContain('eugene-kaspersky');
    expect(directory.onList('none')).toEqual([]);
    expect(directory.hasList('none')).toBe(false);
  });

  it('hold every member and every party of the law', () => {
    const groups = law.ok ? law.rulebook.groups : [];
    const members = groups.flatMap((one) => one.group.members);

    const lost = members.filter((id) => directory.byId(id) === undefined);

    expect(lost).toEqual([]);
    expect([...directory.parties()]).toHaveLength(groups.flatMap((one) => one.parties).length);
  });

  it('give every name of the law to one party only', () => {
    const groups = law.ok ? law.rulebook.groups : [];

    for (const party of groups.flatMap((one) => one.parties)) {
      for (const name of [party.name, ...(party.aliases ?? [])]) {
        expect(directory.lookUp(name).party?.id).toBe(party.id);
      }
      for (const name of party.weakAliases ?? []) {
        expect(directory.lookUp(name)).toMatchObject({ isWeak: true, party: { id: party.id } });
      }
    }
  });
});
