import type { Activity, Identification, Profile } from '../model/index.ts';

const SECURITY_CLASSES = new Set<string | undefined>([
  'endpoint-protection',
  'engine-sdk',
  'gateway-security',
  'detection-response',
  'industrial-security',
  'management-agent',
  'vpn',
  'password-manager',
  'parental-control',
]);

/**
 * What to ask about a product that was found: keeping it, having it updated, renewing it, and,
 * for those who resell, selling it on. A profile can name its own activities.
 */
export function activitiesFor(
  profile: Profile,
  identification: Identification,
): readonly Activity[] {
  if (identification.level === 'lead' || identification.presence === 'visited') return [];
  if (identification.presence === 'remnant') return ['present-on-system'];
  if (profile.activities !== undefined) return profile.activities;
  const activities: Activity[] = ['use'];
  if (SECURITY_CLASSES.has(identification.class) || identification.class === undefined) {
    activities.push('update-signature');
  }
  if (identification.presence !== 'present-in-build') activities.push('renew');
  if (profile.classes?.includes('reseller') === true) activities.push('resell');
  return activities;
}
