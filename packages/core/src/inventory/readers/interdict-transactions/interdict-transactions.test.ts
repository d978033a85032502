import { describe, expect, it } from 'vitest';
import { readFile, type FileRead } from '../../input/read.fixture.ts';
import { interdictTransactions } from './index.ts';

function read(content: unknown): FileRead {
  return readFile(
    [interdictTransactions],
    typeof content === 'string' ? content : JSON.stringify(content, null, 1),
  );
}

const RENEWAL = {
  id: 'renewal',
  at: '2024-07-19T23:59:59-04:00',
  activity: 'renew',
  counterparty: { name: 'Kaspersky Lab, Inc.', country: 'US' },
  item: { name: 'Kaspersky Endpoint Security', function: 'endpoint-protection' },
  facts: { supplyAgreementDate: '2024-01-15' },
};

describe('interdictTransactions', () => {
  it('reads one, a list, and one on each line', () => {
    const line = JSON.stringify(RENEWAL);

    for (const [content, pointers] of [
      [RENEWAL, ['']],
      [line, ['line:1']],
      [
        [RENEWAL, RENEWAL],
        ['/0', '/1'],
      ],
      [`${line}\n\n${line}\n`, ['line:1', 'line:3']],
    ] as const) {
      const { coverage, records } = read(content);

      expect(coverage).toMatchObject({ format: 'interdict-transactions', status: 'read' });
      expect(records).toEqual(
        pointers.map((pointer) => ({
          kind: 'transaction',
          source: { file: 'file', pointer },
          transaction: RENEWAL,
        })),
      );
    }
  });

  it('takes the name of the format, and facts that are null for unknown', () => {
    const { records } = read({
      schema: 'interdict.transaction/1',
      ...RENEWAL,
      facts: { licenseHeld: null, eccn: 'EAR99' },
    });

    expect(records).toMatchObject([{ transaction: { id: 'renewal', facts: { eccn: 'EAR99' } } }]);
    expect(records).not.toHaveProperty('0.transaction.schema');
    expect(records).not.toHaveProperty('0.transaction.facts.licenseHeld');
  });

  it.each([
    ['no activity', { activity: undefined }, '/1'],
    ['an unknown activity', { activity: 'borrow' }, '/1/activity'],
    ['a country in words', { counterparty: { country: 'Germany' } }, '/1/counterparty/country'],
    ['a property nobody knows', { extra: 1 }, '/1/extra'],
    ['a fact nobody knows', { facts: { moonPhase: 'full' } }, '/1/facts/moonPhase'],
    ['a fact of the wrong type', { facts: { licenseHeld: 'maybe' } }, '/1/facts/licenseHeld'],
    ['a date that does not exist', { at: '2024-13-45' }, '/1/at'],
    ['a time without a zone', { at: '2024-07-19T10:00' }, '/1/at'],
    [
      'a fact dated wrong',
      { facts: { supplyAgreementDate: '2024-02-30' } },
      '/1/facts/supplyAgreementDate',
    ],
    [
      'a share dated wrong',
      { counterparty: { ownership: [{ owner: 'O', from: '2023-02-29' }] } },
      '/1/counterparty/ownership/0/from',
    ],
  ])('leaves out one with %s, says where, and reads the others', (_, parts, pointer) => {
    const { coverage, records } = read([RENEWAL, { ...RENEWAL, ...parts }, RENEWAL]);

    expect(records).toHaveLength(2);
    expect(coverage.status).toBe('partial');
    expect(coverage.problems).toContainEqual(expect.objectContaining({ code: 'schema', pointer }));
  });

  it('reads the other lines when one in the middle is bad', () => {
    const line = JSON.stringify(RENEWAL);
    const { coverage, records } = read(`${line}\n${line.slice(0, 40)}\n"text"\n${line}\n`);

    expect(records).toHaveLength(2);
    expect(coverage.problems.map(({ pointer }) => pointer)).toEqual(['line:2:41', 'line:3']);
  });

  it('is not poisoned by a prototype', () => {
    const text = `[{"__proto__":{"admin":true},${JSON.stringify(RENEWAL).slice(1)}]`;

    expect(read(text).coverage).toMatchObject({ status: 'unreadable', records: 0 });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('leaves other JSON alone', () => {
    expect(read({ id: 1, name: 'x' }).format).toBeNull();
    expect(read([{ schema: 'Person', properties: {} }]).format).toBeNull();
  });
});
