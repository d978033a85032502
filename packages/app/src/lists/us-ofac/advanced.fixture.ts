// long lines: elements stand together as in the file
/** Made from the description of the format; nobody in it exists. */
export const ADVANCED_XML = `<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">
  <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>9</Month><Day>4</Day></DateOfIssue>
  <ReferenceValueSets>
    <AliasTypeValues>
      <AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType>
      <AliasType ID="1403">Name</AliasType>
    </AliasTypeValues>
    <CountryValues><Country ID="11109" ISO2="IR">Iran</Country></CountryValues>
    <DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
    <FeatureTypeValues>
      <FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType>
      <FeatureType ID="10">Nationality Country</FeatureType>
      <FeatureType ID="224">Gender</FeatureType>
    </FeatureTypeValues>
    <IDRegDocDateTypeValues>
      <IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType>
      <IDRegDocDateType ID="1481">Expiration Date</IDRegDocDateType>
    </IDRegDocDateTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
    <LegalBasisValues><LegalBasis ID="9">Executive Order 0</LegalBasis></LegalBasisValues>
    <ListValues><List ID="1550">SDN List</List></ListValues>
    <NamePartTypeValues>
      <NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
      <NamePartType ID="1525">Entity Name</NamePartType>
    </NamePartTypeValues>
    <PartySubTypeValues>
      <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
    </PartySubTypeValues>
    <RelationTypeValues><RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues>
    <SanctionsTypeValues>
      <SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType>
    </SanctionsTypeValues>
    <ScriptValues><Script ID="215">Latin</Script><Script ID="160">Arabic</Script></ScriptValues>
  </ReferenceValueSets>
  <Locations>
    <Location ID="50"><LocationCountry CountryID="11109"/>
      <LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true"><Value>Nowhere</Value></LocationPartValue></LocationPart>
    </Location>
    <Location ID="51"><LocationCountry CountryID="11109"/></Location>
  </Locations>
  <IDRegDocuments>
    <IDRegDocument ID="70" IDRegDocTypeID="1571" IdentityID="400" IssuedBy-CountryID="11109">
      <IDRegistrationNo>N123</IDRegistrationNo>
      <DocumentDate IDRegDocDateTypeID="1481"><DatePeriod><Start><From><Year>2028</Year><Month>5</Month><Day>1</Day></From><To><Year>2028</Year><Month>5</Month><Day>1</Day></To></Start><End><From><Year>2028</Year><Month>5</Month><Day>1</Day></From><To><Year>2028</Year><Month>5</Month><Day>1</Day></To></End></DatePeriod></DocumentDate>
    </IDRegDocument>
  </IDRegDocuments>
  <DistinctParties>
    <DistinctParty FixedRef="901">
      <Profile ID="901" PartySubTypeID="4">
        <Identity ID="400" Primary="true">
          <Alias AliasTypeID="1403" Primary="true" LowQuality="false">
            <DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">Nobodov</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="215">Iwan</NamePartValue></DocumentedNamePart></DocumentedName>
            <DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="160">نوبودوف</NamePartValue></DocumentedNamePart></DocumentedName>
          </Alias>
          <Alias AliasTypeID="1400" Primary="false" LowQuality="true">
            <DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">Nobody</NamePartValue></DocumentedNamePart></DocumentedName>
          </Alias>
          <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups>
        </Identity>
        <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1"><DatePeriod><Start Approximate="true"><From><Year>1960</Year><Month>1</Month><Day>1</Day></From><To><Year>1960</Year><Month>1</Month><Day>1</Day></To></Start><End Approximate="true"><From><Year>1960</Year><Month>12</Month><Day>31</Day></From><To><Year>1960</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
        <Feature ID="2" FeatureTypeID="224"><FeatureVersion ID="2"><VersionDetail DetailReferenceID="91526"/></FeatureVersion></Feature>
        <Feature ID="3" FeatureTypeID="25"><FeatureVersion ID="3"><VersionLocation LocationID="50"/></FeatureVersion></Feature>
        <Feature ID="4" FeatureTypeID="10"><FeatureVersion ID="4"><VersionLocation LocationID="51"/></FeatureVersion></Feature>
      </Profile>
    </DistinctParty>
    <DistinctParty FixedRef="902">
      <Profile ID="902" PartySubTypeID="3">
        <Identity ID="401" Primary="true">
          <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="3" ScriptID="215">NOWHERE WORKS</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
          <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="3" NamePartTypeID="1525"/></MasterNamePartGroup></NamePartGroups>
        </Identity>
      </Profile>
    </DistinctParty>
  </DistinctParties>
  <ProfileRelationships>
    <ProfileRelationship ID="1" From-ProfileID="902" To-ProfileID="901" RelationTypeID="15003"/>
  </ProfileRelationships>
  <SanctionsEntries>
    <SanctionsEntry ID="1" ProfileID="901" ListID="1550">
      <EntryEvent LegalBasisID="9"><Date><Year>2020</Year><Month>2</Month><Day>3</Day></Date></EntryEvent>
      <SanctionsMeasure SanctionsTypeID="1"><Comment>XYZ</Comment></SanctionsMeasure>
      <SanctionsMeasure SanctionsTypeID="1705"><Comment/></SanctionsMeasure>
    </SanctionsEntry>
  </SanctionsEntries>
</Sanctions>
`;
