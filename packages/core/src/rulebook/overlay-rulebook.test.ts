import { describe, expect, it } from 'vitest';
import { formatLocated } from '../document/index.ts';
import {
  loadRulebook,
  overlayRulebook,
  type LoadResult,
  type RulebookFile,
  type RulebookText,
} from './index.ts';
import { damage, placeOf, SMALL, SMALL_PARTIES, SMALL_RULE } from './rulebook.fixture.ts';

function opened(result: LoadResult): RulebookFile {
  if (result.ok) return result.rulebook;
  throw new Error(result.problems.map(formatLocated).join('\n'));
}

function shown(result: LoadResult): readonly string[] {
  return result.ok ? [] : result.problems.map(formatLocated);
}

const BELOW = opened(loadRulebook(SMALL));

const [, , RULE] = SMALL;

/** A rule of one's own, after the pattern of the small one. */
const OWN: RulebookText = {
  file: 'own/policy.yaml',
  text: (RULE?.text ?? '').replace('id: us-small', 'id: us-own'),
};

const OWN_PARTIES: RulebookText = {
  file: 'own/parties.yaml',
  text: `schema: interdict.parties/1
group: {id: widget, title: Widget companies, members: [widget-inc, acme-inc]}
sources: {list: {title: A list, citation: List 1}}
parties:
  - id: widget-inc
    schema: Company
    name: Widget Inc.
    cite: {source: list, pinpoint: row 9, verification: recorded}
`,
};

describe('overlayRulebook', () => {
  it('adds rules that speak of our parties, and parties that join them', () => {
    const laid = opened(overlayRulebook(BELOW, 'own', [OWN, OWN_PARTIES]));

    expect(laid.rules.map(({ id }) => id)).toEqual(['us-own', 'us-small']);
    expect(laid.groups.map(({ group }) => group.id)).toEqual(['acme', 'widget']);
    expect(laid.edition).toBe(BELOW.edition);
  });

  it('changes nothing of what lies below', () => {
    const laid = opened(overlayRulebook(BELOW, 'own', [OWN, OWN_PARTIES]));

    expect(laid.rules).toContainEqual(BELOW.rules[0]);
    expect(laid.groups).toContainEqual(BELOW.groups[0]);
  });

  it('has a digest that covers what was added, and lists it', () => {
    const laid = opened(overlayRulebook(BELOW, 'own', [OWN]));
    const changed = damage([OWN], OWN.file, 'because: selling is barred', 'because: it is barred');
    const other = opened(overlayRulebook(BELOW, 'own', changed));

    expect(new Set([BELOW.digest, laid.digest, other.digest]).size).toBe(3);
    expect(laid.overlays).toMatchObject([{ path: 'own', rules: 1, groups: 0 }]);
    expect(laid.overlays?.[0]?.digest).not.toBe(other.overlays?.[0]?.digest);
  });

  it('gives the same digest as the same rules in one folder', () => {
    const laid = opened(overlayRulebook(BELOW, 'own', [OWN, OWN_PARTIES]));
    const whole = opened(loadRulebook([...SMALL, OWN, OWN_PARTIES]));

    expect(laid.digest).toBe(whole.digest);
  });

  it('lays one over another, in order', () => {
    const first = opened(overlayRulebook(BELOW, 'parties', [OWN_PARTIES]));
    const own = damage([OWN], OWN.file, 'group: acme}}', 'group: widget}}');

    const second = opened(overlayRulebook(first, 'rules', own));

    expect(second.overlays?.map(({ path }) => path)).toEqual(['parties', 'rules']);
    expect(shown(overlayRulebook(BELOW, 'rules', own))).not.toEqual([]);
  });

  it('refuses a rule with the id of ours, and names both places', () => {
    const again = { file: 'own/again.yaml', text: RULE?.text ?? '' };
    const ours = placeOf(SMALL, SMALL_RULE, 'us-small');

    const [line] = shown(overlayRulebook(BELOW, 'own', [again]));

    expect(line).toContain('own/again.yaml:2:5: ');
    expect(line).toContain(`${SMALL_RULE}:${ours.line}:${ours.column}`);
    expect(line).toContain('no rule changes another');
  });

  it('refuses a party and a group with the ids of ours, and names both places', () => {
    const again = {
      file: 'own/acme.yaml',
      text: SMALL.find(({ file }) => file === SMALL_PARTIES)?.text ?? '',
    };
    const party = placeOf(SMALL, SMALL_PARTIES, 'acme-inc\n    schema');

    const lines = shown(overlayRulebook(BELOW, 'own', [again]));

    expect(lines.some((line) => line.includes(`${SMALL_PARTIES}:3:7`))).toBe(true);
    expect(
      lines.some((line) => line.includes(`${SMALL_PARTIES}:${party.line}:${party.column}`)),
    ).toBe(true);
  });

  it('refuses a name that one of our parties has', () => {
    const parties = damage([OWN_PARTIES], OWN_PARTIES.file, 'Widget Inc.', 'ACME, INC.');

    const lines = shown(overlayRulebook(BELOW, 'own', parties));

    expect(lines.join('\n')).toContain(`is a name of \`acme-inc\` too (${SMALL_PARTIES}:`);
  });

  it('lints what is added like ours', () => {
    const lines = shown(
      overlayRulebook(BELOW, 'own', damage([OWN], OWN.file, 'rank: 2', 'rank: 1')),
    );

    expect(lines.join('\n')).toContain('(exception-conflict)');
  });

  it('refuses an edition of its own', () => {
    const edition = { file: 'own/rulebook.yaml', text: SMALL[0]?.text ?? '' };

    const lines = shown(overlayRulebook(BELOW, 'own', [edition, OWN]));

    expect(lines.join('\n')).toContain('own/rulebook.yaml:1:1: an overlay has no edition');
  });
});
