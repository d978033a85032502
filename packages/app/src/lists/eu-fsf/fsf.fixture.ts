// long lines: the attributes of one element stand on one line, as in the file
/** Made from the description of the format; nobody in it exists. */
export const FSF_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-03-18T14:52:26.947+01:00" globalFileId="1">
  <sanctionEntity designationDate="" designationDetails="" unitedNationId="XYi.006" euReferenceNumber="EU.1.2" logicalId="7">
    <remark>made up</remark>
    <regulation regulationType="regulation" organisationType="council" publicationDate="2020-07-08" entryIntoForceDate="2020-07-07" numberTitle="1/2020 (OJ L1)" programme="XYZ" logicalId="1">
      <publicationUrl>http://example.org/oj</publicationUrl>
    </regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Iwan" middleName="" lastName="Nobodov" wholeName="Iwan Nobodov" function="" gender="M" title="" nameLanguage="EN" strong="true" regulationLanguage="en" logicalId="17">
      <regulationSummary regulationType="regulation" publicationDate="2020-07-08" numberTitle="1/2020" publicationUrl=""/>
    </nameAlias>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Abu Nobody" function="" title="" nameLanguage="" strong="false" regulationLanguage="en" logicalId="19">
      <regulationSummary regulationType="amendment" publicationDate="2021-01-02" numberTitle="2/2021" publicationUrl=""/>
    </nameAlias>
    <citizenship region="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="1"/>
    <birthdate circa="true" calendarType="GREGORIAN" city="Nowhere" zipCode="" year="1965" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="2"/>
    <birthdate circa="false" calendarType="ISLAMIC" city="" zipCode="" year="1343" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="3"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="" zipCode="" yearRangeFrom="1960" yearRangeTo="1962" region="" place="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="4"/>
    <identification diplomatic="false" knownExpired="true" knownFalse="false" reportedLost="false" revokedByIssuer="false" issuedBy="" latinNumber="" nameOnDocument="" number="P-1" region="" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="5"/>
    <address city="Nowhere" street="1 Main" poBox="9" zipCode="" region="" place="" asAtListingTime="false" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" regulationLanguage="en" logicalId="8">
      <contactInfo key="EMAIL" value="nobody@example.org"/>
    </address>
  </sanctionEntity>
</export>
`;

const COLUMNS = 118;

function rowOf(cells: Readonly<Record<number, string>>): string {
  return Array.from({ length: COLUMNS }, (_, index) => cells[index] ?? '').join(';');
}

/** What stands on every row of the entity. */
const ENTITY = {
  0: '18/03/2026',
  1: '7',
  2: 'EU.1.2',
  3: 'XYi.006',
  6: 'made up',
  7: 'P',
  8: 'person',
  11: '2020-07-08',
  12: '2020-07-07',
  13: '1/2020 (OJ L1)',
  14: 'XYZ',
} as const;

export const FSF_CSV: string = [
  `\ufeff${rowOf({ 0: 'fileGenerationDate', 1: 'Entity_LogicalId' })}`,
  rowOf({ ...ENTITY, 16: 'Nobodov', 17: 'Iwan', 19: 'Iwan Nobodov', 21: 'M', 29: '2020-07-08' }),
  rowOf({ ...ENTITY, 54: '1965-02-03', 60: 'false', 61: 'GREGORIAN', 66: '00', 67: 'UNKNOWN' }),
  rowOf({ ...ENTITY, 78: 'P-1', 80: 'true', 90: 'passport', 93: 'RU' }),
  rowOf({ ...ENTITY, 34: 'Nowhere', 35: '1 Main', 41: 'EMAIL[nobody@example.org]', 42: 'RU' }),
  rowOf({ ...ENTITY, 106: 'RU', 107: 'RUSSIAN FEDERATION' }),
  '',
].join('\n');
