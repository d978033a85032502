import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isBarring,
  VERDICTS,
  type Coverage,
  type Finding,
  type Level,
  type Report,
  type Verdict,
} from '../model/index.ts';
import {
  coverageOf,
  dutyOf,
  findingOf,
  identificationOf,
  productOf,
  rowOf,
} from './finding.fixture.ts';
import { countsOf, isIncomplete, reaches, statusOf, toDoOf, type FailOn } from './summarize.ts';

const ALL_VERDICTS = Object.keys(VERDICTS) as readonly Verdict[];
const READ: readonly Coverage[] = [coverageOf('read')];
const CURRENT: Report['lists'] = [{ id: 'a-list', status: 'current' }];

function leveled(verdict: Verdict, level: Level): Finding {
  return findingOf(verdict, { identified: identificationOf({ level }) });
}

/** A finding about an order, which nobody had to identify. */
function orderOf(verdict: Verdict): Finding {
  const { identified: _, ...order } = findingOf(verdict, {
    subject: {
      kind: 'transaction',
      name: 'an order',
      source: { file: 'o.csv', pointer: 'line:2' },
    },
  });
  return order;
}

describe('isIncomplete', () => {
  it.each([
    ['read', false],
    ['skipped', false],
    ['partial', true],
    ['unreadable', true],
  ] as const)('of a file that was %s is %s', (status, expected) => {
    expect(isIncomplete([coverageOf('read'), coverageOf(status)])).toBe(expected);
  });

  it('of no file at all is false: there is nothing that was not read', () => {
    expect(isIncomplete([])).toBe(false);
  });
});

describe('statusOf', () => {
  it.each(ALL_VERDICTS)('with one finding that is %s', (verdict) => {
    const advisory: readonly Verdict[] = [
      'permitted-with-condition',
      'report-due',
      'advisory-against',
    ];
    const expected = isBarring(verdict)
      ? 'barred'
      : verdict === 'undetermined'
        ? 'incomplete'
        : advisory.includes(verdict)
          ? 'advisory'
          : 'clear';

    expect(statusOf([findingOf(verdict)], READ, CURRENT)).toBe(expected);
  });

  it('is clear with nothing found, all read and the lists there', () => {
    expect(statusOf([], READ, CURRENT)).toBe('clear');
    expect(statusOf([], READ, [])).toBe('clear');
    expect(statusOf([], [...READ, coverageOf('skipped')], [])).toBe('clear');
  });

  it.each([
    ['a file was read in part', [coverageOf('partial')], CURRENT],
    ['a file could not be read', [...READ, coverageOf('unreadable')], CURRENT],
    ['there was no file', [], CURRENT],
    ['all files were skipped', [coverageOf('skipped')], CURRENT],
    ['a list is missing', READ, [...CURRENT, { id: 'b-list', status: 'missing' }]],
    ['a list is stale', READ, [{ id: 'b-list', status: 'stale' }]],
  ] as const)('is incomplete when %s, also with advice beside it', (_, coverage, lists) => {
    expect(statusOf([], coverage, lists)).toBe('incomplete');
    expect(statusOf([findingOf('advisory-against')], coverage, lists)).toBe('incomplete');
  });

  it('is barred whatever else is missing', () => {
    const coverage = [coverageOf('unreadable')];
    const lists: Report['lists'] = [{ id: 'b-list', status: 'missing' }];

    expect(statusOf([findingOf('undetermined'), findingOf('barred')], coverage, lists)).toBe(
      'barred',
    );
  });

  it('is not moved by leads, which are no findings of fact', () => {
    for (const verdict of ALL_VERDICTS) {
      expect(statusOf([leveled(verdict, 'lead')], READ, CURRENT)).toBe('clear');
    }
  });

  it('counts orders and suppliers, which carry no level', () => {
    expect(statusOf([orderOf('barred')], READ, CURRENT)).toBe('barred');
    expect(statusOf([orderOf('undetermined')], READ, CURRENT)).toBe('incomplete');
  });

  it('is never clear when anything is unread, unscreened or unsettled, or nothing was read', () => {
    const findings = fc.array(
      fc.record({
        verdict: fc.constantFrom(...ALL_VERDICTS),
        level: fc.constantFrom('identified', 'probable', 'lead', undefined),
      }),
      { maxLength: 6 },
    );
    const coverages = fc.array(
      fc.constantFrom<Coverage['status'][]>('read', 'partial', 'unreadable', 'skipped'),
      { maxLength: 6 },
    );
    const states = fc.array(fc.constantFrom('current', 'stale', 'missing'), { maxLength: 3 });

    fc.assert(
      fc.property(findings, coverages, states, (found, statuses, listStates) => {
        const status = statusOf(
          found.map(({ verdict, level }) =>
            level === undefined ? orderOf(verdict) : leveled(verdict, level),
          ),
          statuses.map((one) => coverageOf(one)),
          listStates.map((one) => ({ id: 'list', status: one })),
        );

        const counted = found.filter(({ level }) => level !== 'lead');
        const isUnread = statuses.some((one) => one === 'partial' || one === 'unreadable');
        const isNothing = !statuses.some((one) => one === 'read' || one === 'partial');
        const isUnscreened = listStates.some((one) => one !== 'current');
        const isUnsettled = counted.some(({ verdict }) => verdict === 'undetermined');
        const isBarred = counted.some(({ verdict }) => isBarring(verdict));
        if (isBarred) expect(status).toBe('barred');
        else if (isUnread || isNothing || isUnscreened || isUnsettled) {
          expect(status).toBe('incomplete');
        } else expect(['clear', 'advisory']).toContain(status);
      }),
    );
  });
});

describe('reaches', () => {
  const THRESHOLDS: readonly FailOn[] = ['barred', 'advisory', 'probable', 'never'];

  /** Thresholds that a finding reaches. */
  function reached(finding: Finding): readonly FailOn[] {
    return THRESHOLDS.filter((failOn) => reaches(finding, failOn));
  }

  it.each([
    ['barred', ['barred', 'advisory', 'probable']],
    ['barred-unless-licensed', ['barred', 'advisory', 'probable']],
    ['barred-unless-waived', ['barred', 'advisory', 'probable']],
    ['undetermined', ['advisory', 'probable']],
    ['advisory-against', ['advisory', 'probable']],
    ['report-due', ['advisory', 'probable']],
    ['permitted-with-condition', ['advisory', 'probable']],
    ['not-yet', []],
    ['no-longer', []],
    ['permitted', []],
    ['out-of-scope', []],
  ] as const)('of something identified that is %s: %j', (verdict, expected) => {
    expect(reached(findingOf(verdict))).toEqual(expected);
    expect(reached(orderOf(verdict))).toEqual(expected);
  });

  it('of something probable below a bar: `probable` only, whatever the rules say of it', () => {
    for (const verdict of ALL_VERDICTS) {
      const expected = isBarring(verdict) ? ['barred', 'probable'] : ['probable'];
      expect(reached(leveled(verdict, 'probable'))).toEqual(expected);
    }
  });

  it('of a lead: none, ever', () => {
    for (const verdict of ALL_VERDICTS) expect(reached(leveled(verdict, 'lead'))).toEqual([]);
  });
});

describe('toDoOf', () => {
  function withDuties(id: string, ...due: readonly (string | undefined)[]): Finding {
    const duties = due.map((date, index) =>
      dutyOf({ duty: `d-${index}`, ...(date === undefined ? {} : { due: date as never }) }),
    );
    return findingOf('barred', { id, verdicts: [rowOf({ duties })] });
  }

  it('has the most urgent duty first, those without a date last', () => {
    const toDo = toDoOf([
      withDuties('a', undefined, '2024-10-10'),
      withDuties('b', '2024-09-30', undefined),
      withDuties('c', '2025-01-01'),
    ]);

    expect(toDo.map(({ finding, duty }) => [finding, duty.due])).toEqual([
      ['b', '2024-09-30'],
      ['a', '2024-10-10'],
      ['c', '2025-01-01'],
      ['a', undefined],
      ['b', undefined],
    ]);
  });

  it('names rule, finding and subject', () => {
    const [first] = toDoOf([withDuties('a', '2024-10-10')]);

    expect(first).toMatchObject({ rule: 'us-small', finding: 'a', subject: 'a program' });
  });

  it('has a duty once for a finding, whichever activities bring it', () => {
    const duties = [dutyOf({ due: '2024-10-10' as never })];
    const verdicts = [rowOf({ duties }), rowOf({ activity: 'renew', duties })];

    const toDo = toDoOf([
      findingOf('barred', { id: 'a', verdicts }),
      findingOf('barred', { id: 'b', verdicts }),
    ]);

    expect(toDo.map(({ finding }) => finding)).toEqual(['a', 'b']);
  });

  // The first row wins, not the earliest date.
  it('keeps the earliest date when two activities bring the same duty', () => {
    const verdicts = ['2024-10-10', '2024-09-30'].map((due) =>
      rowOf({ duties: [dutyOf({ due: due as never })] }),
    );

    const toDo = toDoOf([findingOf('barred', { verdicts })]);

    expect(toDo.map(({ duty }) => duty.due)).toEqual(['2024-09-30']);
  });

  it('is empty where no duty comes with any verdict', () => {
    expect(toDoOf([findingOf('barred'), findingOf('permitted')])).toEqual([]);
  });
});

describe('countsOf', () => {
  it('counts levels of all findings, and verdicts of all but leads', () => {
    const counts = countsOf([
      leveled('barred', 'identified'),
      leveled('barred', 'probable'),
      leveled('undetermined', 'lead'),
      orderOf('permitted'),
    ]);

    expect(counts).toEqual({
      verdicts: { barred: 2, permitted: 1 },
      levels: { identified: 1, probable: 1, lead: 1, stated: 1 },
    });
  });

  it('of nothing is empty', () => {
    expect(countsOf([])).toEqual({ verdicts: {}, levels: {} });
  });

  it('adds up to the findings, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...ALL_VERDICTS),
            fc.constantFrom('identified' as const, 'probable' as const, 'lead' as const),
          ),
        ),
        (parts) => {
          const { verdicts, levels } = countsOf(
            parts.map(([verdict, level]) =>
              findingOf(verdict, {
                identified: identificationOf({ level, product: productOf('p') }),
              }),
            ),
          );

          const sum = (counts: Readonly<Record<string, number>>): number =>
            Object.values(counts).reduce((total, count) => total + count, 0);
          expect(sum(levels)).toBe(parts.length);
          expect(sum(verdicts) + (levels['lead'] ?? 0)).toBe(parts.length);
        },
      ),
    );
  });
});
