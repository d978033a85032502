import { hashText } from '../token/hash.ts';

/** What an identifier proves: one thing in the world, one in its country, or a shared address. */
type IdentifierStrength = 'global' | 'national' | 'contact';

interface IdentifierKind {
  readonly strength: IdentifierStrength;
  /** Numbers of one family are compared with each other, whatever the list calls them. */
  readonly family: string;
}

const NATIONAL: IdentifierKind = { strength: 'national', family: 'number' };

const KINDS: ReadonlyMap<string, IdentifierKind> = new Map<string, IdentifierKind>([
  ['leiCode', { strength: 'global', family: 'lei' }],
  ['imoNumber', { strength: 'global', family: 'imo' }],
  ['mmsi', { strength: 'global', family: 'mmsi' }],
  ['isinCode', { strength: 'global', family: 'isin' }],
  ['isin', { strength: 'global', family: 'isin' }],
  ['bicCode', { strength: 'global', family: 'bic' }],
  ['swiftBic', { strength: 'global', family: 'bic' }],
  ['publicKey', { strength: 'global', family: 'crypto' }],
  ['uniqueEntityId', { strength: 'global', family: 'uei' }],
  ['dunsCode', { strength: 'global', family: 'duns' }],
  ['cageCode', { strength: 'global', family: 'cage' }],
  ['innCode', { strength: 'national', family: 'number' }],
  ['ogrnCode', { strength: 'national', family: 'number' }],
  ['okpoCode', NATIONAL],
  ['registrationNumber', NATIONAL],
  ['taxNumber', NATIONAL],
  ['vatCode', NATIONAL],
  ['idNumber', NATIONAL],
  ['passportNumber', NATIONAL],
  ['socialSecurityNumber', NATIONAL],
  ['npiCode', NATIONAL],
  ['callSign', { strength: 'national', family: 'call-sign' }],
  ['email', { strength: 'contact', family: 'email' }],
  ['website', { strength: 'contact', family: 'domain' }],
  ['phone', { strength: 'contact', family: 'phone' }],
]);

export interface Identifier {
  readonly family: string;
  readonly strength: IdentifierStrength;
  readonly value: string;
  /** False where the kind has a check digit and this one is wrong. */
  readonly isChecked: boolean;
}

const NATIONAL_LENGTH_MIN = 5;
/** Hosts of many: an address there is nobody's. */
const SHARED_HOSTS = new Set([
  'facebook.com',
  'twitter.com',
  'x.com',
  'instagram.com',
  'linkedin.com',
  'youtube.com',
  't.me',
  'vk.com',
  'wikipedia.org',
  'en.wikipedia.org',
  'google.com',
  'sites.google.com',
]);

/** An identifier in the one spelling that is compared, or nothing where it identifies nobody. */
export function readIdentifier(property: string, value: string): Identifier | undefined {
  const kind = KINDS.get(property);
  if (kind === undefined) return undefined;
  const { family, strength } = kind;
  const spelled = spell(family, value);
  if (spelled === undefined) return undefined;
  return { family, strength, value: spelled, isChecked: hasRightDigit(family, spelled) };
}

function spell(family: string, value: string): string | undefined {
  if (family === 'crypto') return value.trim().length >= 20 ? value.trim() : undefined;
  if (family === 'email')
    return /^\S+@\S+$/.test(value.trim()) ? value.trim().toLowerCase() : undefined;
  if (family === 'domain') return hostOf(value);
  if (family === 'imo') return /(\d{7})\s*$/.exec(value)?.[1];
  if (family === 'phone') {
    const digits = value.replaceAll(/\D/g, '').replace(/^00/, '');
    return digits.length >= 8 ? digits : undefined;
  }
  const letters = value.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (family === 'bic') return bicOf(letters);
  return letters.length >= NATIONAL_LENGTH_MIN && /\d/.test(letters) ? letters : undefined;
}

/** ISO 9362: bank, country and place; what follows is a branch of the same bank. */
function bicOf(letters: string): string | undefined {
  return /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(letters) ? letters.slice(0, 8) : undefined;
}

function hostOf(value: string): string | undefined {
  const host = value
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/:?#].*$/s, '');
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(host) && !SHARED_HOSTS.has(host)
    ? host
    : undefined;
}

function hasRightDigit(family: string, value: string): boolean {
  if (family === 'lei') return isLei(value);
  if (family === 'imo') return isImo(value);
  if (family === 'isin') return isIsin(value);
  return true;
}

/** ISO 17442: 20 signs, ISO 7064 MOD 97-10. */
function isLei(value: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(value)) return false;
  let rest = 0;
  for (const sign of value) {
    const number = Number.parseInt(sign, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}

/** IMO number: the last digit is that of the sum of the first six, weighed 7 down to 2. */
function isImo(value: string): boolean {
  let sum = 0;
  for (let at = 0; at < 6; at += 1) sum += Number(value.charAt(at)) * (7 - at);
  return sum % 10 === Number(value.charAt(6));
}

/** ISO 6166: letters as two digits, then the Luhn sum. */
function isIsin(value: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(value)) return false;
  const digits = Array.from(value, (sign) => Number.parseInt(sign, 36)).join('');
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** Numbers of one family are under one key. */
export function identifierHash(family: string, value: string): number {
  return hashText(`${family} ${value}`, 0);
}
