/** How the value behind a label is read. */
type ValueKind = 'text' | 'date' | 'country' | 'gender' | 'ship' | 'wallet';

export interface Label {
  readonly property: string;
  readonly kind: ValueKind;
}

/** Labels of OFAC's identifiers and features, as properties of FollowTheMoney. */
const BY_PROPERTY: readonly (readonly [property: string, kind: ValueKind, labels: string])[] = [
  ['birthDate', 'date', 'Birthdate|DOB'],
  ['birthPlace', 'text', 'Place of Birth|POB'],
  ['nationality', 'country', 'Nationality Country|nationality'],
  ['citizenship', 'country', 'Citizenship Country|citizen'],
  ['gender', 'gender', 'Gender'],
  ['passportNumber', 'text', 'Passport|Diplomatic Passport|Stateless Person Passport'],
  [
    'idNumber',
    'text',
    `National ID No.|Identification Number|Cedula No.|C.U.R.P.|CURP|D.N.I.|Personal ID Card|
    National Foreign ID Number|Kenyan ID No.|Bosnian Personal ID No.|Moroccan Personal ID No.|
    Turkish Identification Number|Citizen's Card Number|Numero de Identidad|N.I.E.|I.F.E.|
    Electoral Registry No.|Credencial electoral|Tazkira National ID Card|Refugee ID Card|
    Residency Number|Birth Certificate Number|SSN|Stateless Person ID Card|
    CNP (Personal Numerical Code)|
    Cartilla de Servicio Militar Nacional|
    Driver's License No.|Travel Document Number|VisaNumberID|
    Romanian Permanent Resident|Seafarer's Identification Document|Pilot License Number|
    Immigration No.|Chinese Commercial Code|Serial No.|C.U.I.|C.U.I.P.|License|File Number`,
  ],
  [
    'taxNumber',
    'text',
    `Tax ID No.|NIT #|R.F.C.|RFC|RUC #|RIF #|V.A.T. Number|US FEIN|Italian Fiscal Code|Fiscal Code|
    C.U.I.T.|RTN|C.I.F.|Paraguayan tax identification number|Romanian Tax Registration|
    Numero Unico de Identificacao Tributaria (NUIT)`,
  ],
  [
    'registrationNumber',
    'text',
    `Registration Number|Registration ID|Company Number|Business Registration Number|
    Business Registration Document #|Commercial Registry Number|Folio Mercantil No.|C.R. No.|
    Matricula Mercantil No|Trade License No.|Legal Entity Number|Public Registration Number|
    Chamber of Commerce Number|Enterprise Number|UK Company Number|Registered Charity No.|LE Number|
    Dubai Chamber of Commerce Membership No.|Certificate of Incorporation Number|Business Number|
    Central Registration System Number|SRE Permit No.|Romanian C.R.|Istanbul Chamber of Comm. No.|
    Tourism License No.|Afghan Money Service Provider License Number|Branch Unit Number|
    Government Gazette Number|Aircraft Tail Number|Previous Aircraft Tail Number`,
  ],
  [
    'usccCode',
    'text',
    `Unified Social Credit Code (USCC)|United Social Credit Code Certificate (USCCC)`,
  ],
  ['dunsCode', 'text', 'D-U-N-S Number'],
  ['leiCode', 'text', 'Legal Entity Identifier (LEI)|LEI'],
  ['swiftBic', 'text', 'SWIFT/BIC'],
  ['bikCode', 'text', 'BIK (RU)'],
  ['isinCode', 'text', 'ISIN'],
  ['ticker', 'text', 'Equity Ticker'],
  ['imoNumber', 'ship', 'Vessel Registration Identification|Vessel Registration Number|IMO'],
  ['mmsi', 'text', 'MMSI'],
  ['callSign', 'text', 'Other Vessel Call Sign|Vessel Call Sign'],
  ['flag', 'country', 'Vessel Flag|Other Vessel Flag'],
  ['pastFlags', 'country', 'Former Vessel Flag'],
  ['type', 'text', 'Vessel Type|Other Vessel Type'],
  ['owner', 'text', 'Vessel Owner'],
  ['tonnage', 'text', 'Vessel Tonnage'],
  ['grossRegisteredTonnage', 'text', 'Vessel Gross Registered Tonnage'],
  ['model', 'text', 'Aircraft Model'],
  [
    'serialNumber',
    'text',
    `Aircraft Manufacturer's Serial Number (MSN)|Aircraft Serial Identification|
    Aircraft Construction Number (also called L/N or S/N or F/N)`,
  ],
  ['icaoCode', 'text', 'Aircraft Mode S Transponder Code'],
  ['operator', 'text', 'Aircraft Operator'],
  ['buildDate', 'date', 'Aircraft Manufacture Date'],
  ['incorporationDate', 'date', 'Organization Established Date'],
  ['jurisdiction', 'country', 'Nationality of Registration|Registration Country'],
  ['legalForm', 'text', 'Organization Type:|Target Type'],
  ['alias', 'text', 'Issuer Name'],
  ['website', 'text', 'Website'],
  ['email', 'text', 'Email Address'],
  ['phone', 'text', 'Phone Number|Telephone'],
  ['unknownLinkTo', 'text', 'Linked To:'],
  ['notes', 'text', notesLabels()],
];

/** What the publisher warns of; kept in its words with the label before it. */
function notesLabels(): string {
  return `Additional Sanctions Information -|Secondary sanctions risk:|UN/LOCODE|
    Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:|
    Executive Order 13662 Directive Determination -|Executive Order 13846 information:|
    Executive Order 14024 Directive Information -|Executive Order 14024 Directive Information|
    Executive Order 14014 Directive Information:|CAATSA Section 235 Information:|
    IFCA Determination -|PEESA Information:|Effective Date|Purchase/Sales For Divestment Date`;
}

const LABELS: ReadonlyMap<string, Label> = makeLabels();

function makeLabels(): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>();
  for (const [property, kind, names] of BY_PROPERTY) {
    for (const name of names.split('|')) labels.set(labelKey(name), { property, kind });
  }
  return labels;
}

function labelKey(label: string): string {
  return label.replaceAll('\u2019', "'").trim().toLowerCase();
}

const DATED: readonly (readonly [prefix: RegExp, property: string])[] = [
  [/^Listing Date \(/i, 'listingDate'],
  [/^Effective Date \(/i, 'startDate'],
  [/^Purchase\/Sales For Divestment Date \(/i, 'endDate'],
];

/** What a label of OFAC means; undefined for a label nobody has seen. */
export function findLabel(label: string): Label | undefined {
  const known = LABELS.get(labelKey(label)) ?? LABELS.get(labelKey(label).replace(/[:-]$/, ''));
  if (known !== undefined) return known;
  if (/^Digital Currency Address - /i.test(label)) return { property: 'publicKey', kind: 'wallet' };
  const dated = DATED.find(([prefix]) => prefix.test(label));
  return dated === undefined ? undefined : { property: dated[1], kind: 'date' };
}

const PREFIX = makePrefix();

function makePrefix(): RegExp {
  const literal = [...LABELS.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const dated = String.raw`(?:listing|effective|purchase/sales for divestment) date \([^)]*\):?`;
  const wallet = 'digital currency address - [a-z0-9]+';
  return new RegExp(`^(${[dated, wallet, ...literal].join('|')})\\s+(.+)$`, 'is');
}

/** A label and the value behind it, as they stand in a remark. */
export function splitLabel(
  text: string,
): { readonly label: string; readonly value: string } | undefined {
  const [, label, value] = PREFIX.exec(text.replaceAll('\u2019', "'")) ?? [];
  return label === undefined || value === undefined ? undefined : { label, value };
}
