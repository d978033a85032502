import { describe, expect, it } from 'vitest';
import type { ListEntry } from '../model/index.ts';
import type { ScreeningAnswer } from './answer.ts';
import { screenParty } from './screen.ts';
import type { Screener } from './screener.ts';
import { madeEntry, madeScreener, party } from './screening.fixture.ts';

const ENTRIES: readonly ListEntry[] = [
  madeEntry('1', 'Person', {
    name: ['ZVANTSEV, Arkadiy Leonidovich'],
    alias: ['Аркадий Леонидович Званцев'],
    weakAlias: ['The Baker'],
    birthDate: ['1961-04-09'],
    nationality: ['ru'],
    gender: ['male'],
    passportNumber: ['640918223'],
  }),
  madeEntry('2', 'Company', {
    name: ['Trelvik Instruments Company Limited'],
    previousName: ['Ostermark Optics LLC'],
    country: ['cn'],
    leiCode: ['529900T8BM49AURSDO55'],
    address: ['14 Harbour Lane, Ningbo 315040, China'],
  }),
  madeEntry('3', 'Vessel', { name: ['Pelagia Star'], imoNumber: ['IMO 9074729'] }),
  madeEntry('4', 'Person', { name: ['Khalid Bin-Yusuf Al-Dhahrawi'] }),
  madeEntry('5', 'Company', { name: ['Zarnitsa Plant No. 7'] }),
  madeEntry('6', 'Organization', { name: ['Northern Unified Research Directorate of Vostrana'] }),
  madeEntry('7', 'Person', { name: ['Zafrullah Dimrokhi'] }),
];

function ask(
  screener: Screener,
  schema: string,
  properties: Readonly<Record<string, readonly string[]>>,
): ScreeningAnswer {
  return screenParty(screener, party(schema, properties));
}

function scoreOf(answer: ScreeningAnswer, id: string): number {
  return answer.results.find((result) => result.id === `made:${id}`)?.score ?? 0;
}

describe('screenParty', () => {
  const screener = madeScreener(ENTRIES);

  it.each([
    ['as listed', 'Person', 'ZVANTSEV, Arkadiy Leonidovich', '1', 0.9],
    ['in another order', 'Person', 'Arkadiy Leonidovich Zvantsev', '1', 0.9],
    ['in its own script', 'Person', 'АРКАДИЙ ЗВАНЦЕВ', '1', 0.75],
    ['romanized in another way', 'Person', 'Arkady Zvantsew', '1', 0.75],
    ['with letters that only look Latin', 'Person', 'Аrkadiy Zvаntsev', '1', 0.75],
    ['with an initial', 'Person', 'A. L. Zvantsev', '1', 0.7],
    ['in Arabic letters', 'Person', 'خالد يوسف الظهراوي', '4', 0.7],
    ['without its legal form', 'Company', 'Trelvik Instruments', '2', 0.85],
    ['with another legal form', 'Company', 'OOO Trelvik Instruments', '2', 0.8],
    ['with its words joined', 'Company', 'TrelvikInstruments Co', '2', 0.85],
    ['with a word split', 'Company', 'Trel vik Instruments', '2', 0.85],
    ['with a slip in a word that is read as two', 'Person', 'Zafrlulah Dimrokhi', '7', 0.75],
    ['abbreviated', 'Organization', 'NURDV', '6', 0.7],
  ] as const)('finds a name %s', (...[, schema, name, id, least]) => {
    const answer = ask(screener, schema, { name: [name] });

    expect(scoreOf(answer, id)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['shares only the surname', 'Person', 'Boris Zvantsev'],
    ['shares only a patronymic', 'Person', 'Igor Leonidovich Petrov'],
    ['has another number', 'Company', 'Zarnitsa Plant No. 8'],
    ['shares only what it does', 'Company', 'Corvane Instruments Company Limited'],
    ['is a company of a given name', 'Company', 'Khalid Trading Company'],
  ])('does not match a name that %s', (_, schema, name) => {
    const answer = ask(screener, schema, { name: [name] });

    expect(answer.results.filter((result) => result.match)).toEqual([]);
  });

  it('says of each result where the publisher wrote what it rests on', () => {
    const answer = ask(screener, 'Person', { name: ['Arkadiy Zvantsev'], birthDate: ['1961'] });

    const sources = answer.results[0]?.explanation.map((line) => line.source?.pointer);
    expect(sources).toContain('/1/name');
    expect(sources).toContain('/1/birthDate');
  });

  it('has a ledger whose lines add up to the score', () => {
    const answer = ask(screener, 'Person', {
      name: ['Arkadi L. Zvantsev'],
      birthDate: ['1961-09-04'],
      country: ['Russia'],
      gender: ['male'],
    });

    for (const { score, explanation } of answer.results) {
      const points = explanation.reduce((sum, line) => sum + line.points, 0);
      expect(points).toBe(Math.round(score * 10_000));
    }
    expect(answer.results).toHaveLength(1);
  });

  it('lifts a corroborated name, and takes a contradicted one below the threshold', () => {
    const bare = ask(screener, 'Person', { name: ['Arkadiy Zvantsev'] });
    const same = ask(screener, 'Person', { name: ['Arkadiy Zvantsev'], birthDate: ['1961-04-09'] });
    const other = ask(screener, 'Person', {
      name: ['Arkadiy Zvantsev'],
      birthDate: ['1988-01-30'],
      country: ['br'],
    });

    expect(scoreOf(same, '1')).toBeGreaterThan(scoreOf(bare, '1'));
    expect(scoreOf(other, '1')).toBeLessThan(0.7);
  });

  it('finds an identifier whatever the name is', () => {
    const right = ask(screener, 'Vessel', { name: ['Ocean Gift'], imoNumber: ['9074729'] });
    const wrong = ask(screener, 'Vessel', { name: ['Ocean Gift'], imoNumber: ['9074728'] });

    expect(right.results[0]).toMatchObject({ id: 'made:3', match: true });
    expect(wrong.results).toEqual([]);
  });

  it('tells a weak alias from a name', () => {
    const answer = ask(screener, 'Person', { name: ['The Baker'] });

    expect(answer.results[0]?.explanation).toContainEqual(
      expect.objectContaining({ feature: 'weak-alias', points: -800 }),
    );
  });

  it('does not take a vessel for a company', () => {
    const answer = ask(screener, 'Company', { name: ['Pelagia Star'] });

    expect(answer.results[0]).toMatchObject({ id: 'made:3', match: false });
  });

  it('gives the same bytes and the same evidence for the same question', () => {
    const again = madeScreener(ENTRIES);
    const question = { name: ['Arkadiy Zvantsev'], country: ['ru'] };

    const first = ask(screener, 'Person', question);
    const second = ask(again, 'Person', question);

    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(ask(screener, 'Person', { name: ['Other'] }).evidence).not.toBe(first.evidence);
  });

  it('is incomplete for a party without a name and for a list that it does not have', () => {
    const nameless = ask(screener, 'Person', { name: ['…'] });
    const listless = ask(madeScreener(ENTRIES, { lists: ['made', 'us-ofac-sdn'] }), 'Person', {
      name: ['Nobody Inparticular'],
    });

    expect(nameless).toMatchObject({ status: 'incomplete', incomplete: [{ code: 'nameless' }] });
    expect(listless).toMatchObject({
      status: 'incomplete',
      incomplete: [{ code: 'list-missing' }],
    });
  });
});

describe('screenParty as of a day', () => {
  const [person] = ENTRIES;
  const dated = madeEntry(
    'd',
    'Company',
    { name: ['Brolva Freight'] },
    {
      statements: [
        { property: 'name', value: 'Brolva Freight', field: 'n', pointer: '/1' },
        {
          property: 'alias',
          value: 'Quennick Forwarding',
          field: 'a',
          pointer: '/2',
          from: '2023-03-01' as NonNullable<ListEntry['from']>,
          to: '2024-06-01' as NonNullable<ListEntry['to']>,
        },
      ],
      from: '2022-01-01' as NonNullable<ListEntry['from']>,
    },
  );

  it.each([
    ['2023-02-28', 0],
    ['2023-03-01', 1],
    ['2024-05-31', 1],
    ['2024-06-01', 0],
  ])('answers from the names listed on %s', (asOf, count) => {
    const screener = madeScreener([person as ListEntry, dated], { asOf });

    const answer = ask(screener, 'Company', { name: ['Quennick Forwarding'] });

    expect(answer.results).toHaveLength(count);
  });

  it('takes every name ever listed when no day is given', () => {
    const screener = madeScreener([dated]);

    expect(ask(screener, 'Company', { name: ['Quennick Forwarding'] }).results).toHaveLength(1);
  });
});
