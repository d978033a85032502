/** Made from the description of the format; nobody in it exists. */
const HEADER =
  'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,' +
  'Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,' +
  'Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,' +
  'Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,' +
  'Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,' +
  'Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),' +
  'National Identifier number,National Identifier additional information,Passport number,' +
  'Passport additional information,Position,Gender,Town of birth,Country of birth,' +
  'Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,' +
  'Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,' +
  'Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,' +
  'Hull identification number (HIN)';

type Row = Readonly<Record<string, string>>;

function rowOf(values: Row): string {
  const cells = HEADER.split(',').map((column) => values[column] ?? '');
  return cells
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

const PERSON: Row = {
  'Last Updated': '12/03/2026',
  'Unique ID': 'XYZ0001',
  'OFSI Group ID': '99001',
  'UN Reference Number': 'XYi.001',
  'Regime Name': 'The Made-Up (Sanctions) Regulations 2020',
  'Designation Type': 'Individual',
  'Sanctions Imposed': 'Asset freeze|Travel ban',
  'Date Designated': '31/12/2020',
  'D.O.B': 'dd/mm/1975',
  'Nationality(/ies)': '(1) Russia (2) Cyprus',
  'Passport number': '123456',
  'Passport additional information': 'issued in Nowhere',
};

export const UK_CSV: string = [
  'Report Date: 13-Mar-2026',
  HEADER,
  rowOf({
    ...PERSON,
    'Name 1': 'Iwan',
    'Name 2': 'Nobodovich',
    'Name 6': 'NOBODOV',
    'Name type': 'Primary Name',
    'Name non-latin script': 'Иван НОБОДОВ',
    'Non-latin script type': 'Cyrillic',
    'Address Line 1': '1 Nowhere Street, "the House"',
    'Address Country': 'Russia',
  }),
  rowOf({
    ...PERSON,
    'Name 1': 'Ivan',
    'Name 6': 'NOBODOFF',
    'Name type': 'Alias',
    'Alias strength': 'Good quality a.k.a',
    'Address Line 1': '1 Nowhere Street, "the House"',
    'Address Country': 'Russia',
  }),
  rowOf({
    'Unique ID': 'XYZ0002',
    'Name 6': 'NOWHERE STAR',
    'Name type': 'Primary Name',
    'Designation Type': 'Ship',
    'IMO number': '1234567',
    'Year Built': '1999',
    'Date Designated': '01/02/2021',
  }),
  rowOf({
    ...PERSON,
    'Name 6': 'THE NOBODY',
    'Name type': 'Alias',
    'Alias strength': 'Low quality a.k.a',
    'D.O.B': '00/04/1976',
  }),
  '',
].join('\n');

/** The first designation again, made after the description of the XML. */
export const UK_XML = `<?xml version="1.0" encoding="utf-8"?>
<Designations>
  <Designation>
    <LastUpdated>12/03/2026</LastUpdated>
    <DateDesignated>31/12/2020</DateDesignated>
    <UniqueID>XYZ0001</UniqueID>
    <OFSIGroupID>99001</OFSIGroupID>
    <UNReferenceNumber>XYi.001</UNReferenceNumber>
    <Names>
      <Name><Name1>Iwan</Name1><Name2>Nobodovich</Name2><Name6>NOBODOV</Name6>
        <NameType>Primary Name</NameType></Name>
      <Name><Name1>Ivan</Name1><Name6>NOBODOFF</Name6><NameType>Alias</NameType>
        <AliasStrength>Low quality a.k.a</AliasStrength></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>Иван НОБОДОВ</NameNonLatinScript>
      <NonLatinScriptType>Cyrillic</NonLatinScriptType></NonLatinName></NonLatinNames>
    <RegimeName>The Made-Up (Sanctions) Regulations 2020</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip>
    <SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>false</TravelBan>
    </SanctionsImposedIndicators>
    <Addresses><Address><AddressLine1>1 Nowhere Street</AddressLine1>
      <AddressCountry>Russia</AddressCountry></Address></Addresses>
    <IndividualDetails><Individual>
      <DOBs><DOB>dd/mm/1975</DOB></DOBs>
      <Nationalities><Nationality>Russia</Nationality></Nationalities>
      <PassportDetails><Passport>
        <PassportNumber>123456</PassportNumber>
      </Passport></PassportDetails>
    </Individual></IndividualDetails>
  </Designation>
</Designations>
`;
