import { describe, expect, it } from 'vitest';
import { PRESENCES, PRODUCT_CLASSES, type Presence, type ProductClass } from '../model/index.ts';
import { activitiesFor } from './activities.ts';
import { identificationOf, profileOf } from './finding.fixture.ts';

const EVERYWHERE = Object.keys(PRESENCES) as readonly Presence[];

describe('activitiesFor', () => {
  it('asks about use, updates and renewal of a security product on a host', () => {
    expect(activitiesFor(profileOf(), identificationOf())).toEqual([
      'use',
      'update-signature',
      'renew',
    ]);
  });

  it('asks those who resell about selling it on, too', () => {
    const profile = profileOf({ classes: ['local-government', 'reseller'] });

    expect(activitiesFor(profile, identificationOf())).toEqual([
      'use',
      'update-signature',
      'renew',
      'resell',
    ]);
  });

  it('does not ask about signatures of what has none', () => {
    const camera = identificationOf({ class: 'camera' });

    expect(activitiesFor(profileOf(), camera)).toEqual(['use', 'renew']);
  });

  it('asks about signatures where the class is not known', () => {
    const { class: _, ...unknown } = identificationOf();

    expect(activitiesFor(profileOf(), unknown)).toContain('update-signature');
  });

  it('does not ask about renewal of what is part of a build', () => {
    const inside = identificationOf({ class: 'engine-sdk', presence: 'present-in-build' });

    expect(activitiesFor(profileOf(), inside)).toEqual(['use', 'update-signature']);
  });

  it('asks what the profile names in place of all that', () => {
    const profile = profileOf({ classes: ['reseller'], activities: ['resell', 'use'] });

    expect(activitiesFor(profile, identificationOf())).toEqual(['resell', 'use']);
  });

  it('asks nothing about a lead or a visit, whatever the profile names', () => {
    const profile = profileOf({ activities: ['use'] });

    for (const presence of EVERYWHERE) {
      expect(activitiesFor(profile, identificationOf({ level: 'lead', presence }))).toEqual([]);
    }
    expect(activitiesFor(profile, identificationOf({ presence: 'visited' }))).toEqual([]);
  });

  it('asks of a remnant only whether it may be there, whatever the profile names', () => {
    const remnant = identificationOf({ presence: 'remnant' });

    expect(activitiesFor(profileOf(), remnant)).toEqual(['present-on-system']);
    expect(activitiesFor(profileOf({ activities: ['renew'] }), remnant)).toEqual([
      'present-on-system',
    ]);
  });

  it('asks at least about use, for every class and every state above a remnant', () => {
    const classes = Object.keys(PRODUCT_CLASSES) as readonly ProductClass[];
    const present = EVERYWHERE.filter((one) => PRESENCES[one].rank > PRESENCES.remnant.rank);

    for (const kind of classes) {
      for (const presence of present) {
        const activities = activitiesFor(profileOf(), identificationOf({ class: kind, presence }));
        expect(activities[0]).toBe('use');
        expect(new Set(activities).size).toBe(activities.length);
      }
    }
  });
});
