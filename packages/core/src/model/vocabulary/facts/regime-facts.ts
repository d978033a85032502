import type { FactWord } from '../fact-word.ts';

/** Facts that single regimes hang on: vehicles, apps, chips, drones, lists and public bodies. */
export const REGIME_FACTS = {
  modelYear: {
    type: 'number',
    meaning: 'Model year of the vehicle, or of the vehicles the hardware is for.',
    question: 'Which model year is the vehicle, or are the vehicles it is for?',
  },
  withoutModelYear: {
    type: 'boolean',
    meaning: 'Vehicle hardware that is not tied to the model year of a vehicle.',
    question: 'Is it hardware that is not tied to a model year?',
  },
  grossWeightPounds: {
    type: 'number',
    meaning: 'Gross vehicle weight rating in pounds.',
    question: 'What is the gross vehicle weight rating, in pounds?',
  },
  adversarySoftware: {
    type: 'boolean',
    meaning:
      'Connectivity or automated driving software of the vehicle was designed, developed, ' +
      'manufactured or supplied by persons tied to China or Russia.',
    question:
      'Was connectivity or automated driving software of the vehicle designed, developed, ' +
      'manufactured or supplied by anyone tied to China or Russia?',
  },
  adversaryHardware: {
    type: 'boolean',
    meaning:
      'Connectivity hardware of the vehicle was designed, developed, manufactured or supplied ' +
      'by persons tied to China or Russia.',
    question:
      'Was connectivity hardware of the vehicle designed, developed, manufactured or supplied ' +
      'by anyone tied to China or Russia?',
  },
  adversaryMaker: {
    type: 'boolean',
    meaning: 'The vehicle maker is owned, controlled or directed by China or Russia.',
    question: 'Is the maker of the vehicle owned, controlled or directed by China or Russia?',
  },
  hardwareOnly: {
    type: 'boolean',
    meaning: 'The vehicle has connectivity hardware, but no software that the rule covers.',
    question: 'Has the vehicle connectivity hardware only, and no covered software?',
  },
  automatedDriving: {
    type: 'boolean',
    meaning: 'The vehicle drives with an automated driving system.',
    question: 'Does the vehicle use an automated driving system?',
  },
  repairPart: {
    type: 'boolean',
    meaning: 'A part for repair or under warranty of a vehicle of a model year before 2030.',
    question: 'Is it a repair or warranty part for a vehicle of a model year before 2030?',
  },
  openSource: {
    type: 'boolean',
    meaning: 'The software may be modified and distributed freely by anyone.',
    question: 'May anyone modify and distribute the software freely?',
  },
  softwareCompletedAt: {
    type: 'date',
    meaning: 'Date on which the covered software of the vehicle was finished.',
    question: 'On what date was the software finished?',
  },
  softwareAlteredLater: {
    type: 'boolean',
    meaning: 'Persons the rule is about maintained or changed the software after that date.',
    question: 'Has anyone the rule is about maintained or changed the software since?',
  },
  contractDevice: {
    type: 'boolean',
    meaning: 'The device is used or provided by the contractor under a federal contract.',
    question: 'Is the device used or provided under a federal contract, if only for its e-mail?',
  },
  tiktokSuccessor: {
    type: 'boolean',
    meaning: 'An app or service that is supplied in the place of TikTok.',
    question: 'Is the app or service supplied in the place of TikTok?',
  },
  exemptionGranted: {
    type: 'boolean',
    meaning: 'An exemption that the rule itself provides for has been granted for this use.',
    question: 'Has an exemption that the rule provides for been granted for this use?',
  },
  waiverGranted: {
    type: 'boolean',
    meaning: 'A waiver of the rule that covers this has been granted.',
    question: 'Has a waiver of the rule been granted that covers this?',
  },
  criticalSystem: {
    type: 'boolean',
    meaning: 'The product is used in a critical system of the Government.',
    question: 'Is the product used in a critical system of the Government?',
  },
  usesCoveredChip: {
    type: 'boolean',
    meaning: 'The product uses a semiconductor of a company that the rule names.',
    question: 'Does the product use a semiconductor of SMIC, CXMT, YMTC or an affiliate?',
  },
  contractDate: {
    type: 'date',
    meaning: 'Date on which the contract was first made.',
    question: 'On what date was the contract first made?',
  },
  federalFunds: {
    type: 'boolean',
    meaning: 'Federal money of any kind pays for it, by contract, grant or agreement.',
    question: 'Does federal money of any kind pay for it (contract, grant, agreement)?',
  },
  fascDroneListed: {
    type: 'boolean',
    meaning: 'The maker of the aircraft is a covered foreign entity on the list in SAM.gov.',
    question: 'Is the maker of the drone on the list of covered foreign entities in SAM.gov?',
  },
  adversaryDrone: {
    type: 'boolean',
    meaning: 'The aircraft or a critical part of it comes from China, Russia, Iran or North Korea.',
    question: 'Does the drone, or a critical part, come from China, Russia, Iran or North Korea?',
  },
  supplierOnMilitaryList: {
    type: 'boolean',
    meaning:
      'The supplier is on the list of Chinese military companies (s.1260H) or under the control ' +
      'of a company on it.',
    question: 'Is the supplier on the list under s.1260H, or controlled by a company on it?',
  },
  includesMilitaryListed: {
    type: 'boolean',
    meaning: 'The product or service is, or includes, something of a company listed under s.1260H.',
    question: 'Does it include goods or services of a company listed under s.1260H?',
  },
  componentOnly: {
    type: 'boolean',
    meaning: 'What the named company made is only a component of an end product or service.',
    question: 'Is what the named company made only a component of the end product or service?',
  },
  lobbyistForListed: {
    type: 'boolean',
    meaning: 'The contractor engages a lobbyist who works for a company listed under s.1260H.',
    question: 'Does the contractor engage a lobbyist for a company listed under s.1260H?',
  },
  dodContract: {
    type: 'boolean',
    meaning: 'The contract is one of the Department of Defense.',
    question: 'Is the contract one of the Department of Defense?',
  },
  otherCoveredAi: {
    type: 'boolean',
    meaning: 'Artificial intelligence that the rule covers besides the companies it names.',
    question: 'Is it artificial intelligence from a covered nation or a listed company?',
  },
  mobileDevice: {
    type: 'boolean',
    meaning: 'The device is a mobile phone or tablet.',
    question: 'Is the device a mobile phone or tablet?',
  },
  secretSystem: {
    type: 'boolean',
    meaning: 'The system holds material classified SECRET or above.',
    question: 'Does the system hold material classified SECRET or above?',
  },
  fiveG: {
    type: 'boolean',
    meaning: 'The equipment is for a 5G network.',
    question: 'Is the equipment for a 5G network?',
  },
  networkCore: {
    type: 'boolean',
    meaning: 'The equipment is in the core of a telecommunications network.',
    question: 'Is the equipment in the core of the network?',
  },
  laterCoreDate: {
    type: 'boolean',
    meaning: 'The direction gives this provider the later of two dates for the core.',
    question: 'Does the direction give you 31 December 2023 as the date for the core?',
  },
  supplierDebarred: {
    type: 'boolean',
    meaning: 'The supplier is on the debarment list of the contracting authority’s country.',
    question: 'Is the supplier on the debarment list?',
  },
  highRiskSupplier: {
    type: 'boolean',
    meaning: 'The supplier is, or could be designated as, a high-risk supplier.',
    question: 'Could the supplier be designated as a high-risk supplier?',
  },
  ofCountryOfConcern: {
    type: 'boolean',
    meaning:
      'The other party is owned or controlled by, or has its seat in, a country that the rule ' +
      'names.',
    question:
      'Is the other party owned or controlled by, or seated in, a country that the rule names?',
  },
  criticalInfrastructureContract: {
    type: 'boolean',
    meaning: 'The contract is about critical infrastructure or gives access to it.',
    question: 'Is the contract about critical infrastructure, or does it give access to it?',
  },
  personalInformationAccess: {
    type: 'boolean',
    meaning: 'The contract gives the other party access to personal information.',
    question: 'Does the contract give the other party access to personal information?',
  },
  biotechOfConcern: {
    type: 'boolean',
    meaning: 'The supplier or maker is a biotechnology company of concern under the rule.',
    question: 'Is the supplier or maker on the list of biotechnology companies of concern?',
  },
  adversaryGlassOrDisplay: {
    type: 'boolean',
    meaning: 'It is, or holds, optical glass or a computer display from a foreign adversary.',
    question: 'Is it, or does it hold, optical glass or a display from a foreign adversary?',
  },
  russianOrigin: {
    type: 'boolean',
    meaning: 'The product is of Russian origin, or its maker is under Russian control.',
    question: 'Is the product of Russian origin, or its maker under Russian control?',
  },
  initialDeterminationServedAt: {
    type: 'date',
    meaning: 'Date on which Commerce served an initial determination about ICTS transactions.',
    question: 'When did Commerce serve the initial determination, if it did?',
  },
  statementFalseOrStale: {
    type: 'boolean',
    meaning: 'A statement to an authority is false, or no longer true and not corrected.',
    question: 'Is a statement to the authority false, or no longer true?',
  },
} as const satisfies Readonly<Record<string, FactWord>>;
