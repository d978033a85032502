const MALE = 1;
const FEMALE = 2;

/** The gender of a person as a number, or nothing where it is neither stated nor one of these. */
export function readGender(value: string): number | undefined {
  const text = value.trim().toLowerCase();
  if (text === 'male' || text === 'm' || text === 'man') return MALE;
  if (text === 'female' || text === 'f' || text === 'woman') return FEMALE;
  return undefined;
}
