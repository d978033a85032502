import type { FactWord } from '../fact-word.ts';

/** Facts about equipment, its authorization, the money that pays for it, and whose device it is. */
export const TELECOM_FACTS = {
  equipmentPurpose: {
    type: 'text',
    meaning: 'What video surveillance or telecommunications equipment is for; absent: unknown.',
    question:
      'What is the equipment for: public safety, guarding government facilities, physical ' +
      'surveillance of critical infrastructure, another national security purpose, or ' +
      'none of these?',
    values: [
      'public-safety',
      'government-facility-security',
      'critical-infrastructure-physical-security',
      'national-security-other',
      'none',
    ],
  },
  essentialComponent: {
    type: 'boolean',
    meaning: 'It is a substantial or essential component, or critical technology, of a system.',
    question: 'Is it a substantial or essential component, or critical technology, of a system?',
  },
  thirdPartyConnection: {
    type: 'boolean',
    meaning: 'The service connects to facilities of a third party: backhaul, roaming and the like.',
    question:
      'Does the service only connect to a third party (backhaul, roaming, interconnection)?',
  },
  cannotRouteOrSeeData: {
    type: 'boolean',
    meaning: 'It can neither route or redirect user data traffic nor permit visibility into it.',
    question: 'Is it unable to route or redirect user data, and to permit visibility into it?',
  },
  usedByAffiliateOnly: {
    type: 'boolean',
    meaning: 'Only an affiliate or subcontractor uses it, not the offeror itself.',
    question: 'Is it used only by an affiliate or subcontractor, not by the offeror itself?',
  },
  seeksFederalContract: {
    type: 'boolean',
    meaning: 'The actor offers for, or wants to renew or extend, a federal prime contract.',
    question: 'Do you seek a new, renewed or extended federal contract?',
  },
  agencyHeadWaiver: {
    type: 'boolean',
    meaning: 'The head of the agency has granted a one-time waiver that covers this.',
    question: 'Has the head of the agency granted a waiver that covers this?',
  },
  dniWaiver: {
    type: 'boolean',
    meaning: 'The Director of National Intelligence has granted a waiver that covers this.',
    question: 'Has the Director of National Intelligence granted a waiver that covers this?',
  },
  federalGrantMoney: {
    type: 'boolean',
    meaning: 'It is paid for, wholly or partly, with federal loan or grant money.',
    question: 'Is it paid for with federal loan or grant money, wholly or partly?',
  },
  fascsaOrderApplies: {
    type: 'boolean',
    meaning: 'A FASCSA order that applies to the contract names the article or its source.',
    question: 'Does a FASCSA order in SAM.gov or in the contract name this article or its source?',
  },
  fascsaWaiver: {
    type: 'boolean',
    meaning: 'A waiver from the FASCSA order has been granted.',
    question: 'Has a waiver from the FASCSA order been granted?',
  },
  icOrSciContract: {
    type: 'boolean',
    meaning: 'The contract is with the intelligence community or concerns a system with SCI.',
    question: 'Is the contract with an intelligence element, or about a system that holds SCI?',
  },
  sciSystem: {
    type: 'boolean',
    meaning: 'The system holds sensitive compartmented information.',
    question: 'Does the system hold sensitive compartmented information (SCI)?',
  },
  lastOrderCheck: {
    type: 'date',
    meaning: 'Date on which SAM.gov was last checked for FASCSA orders.',
    question: 'On what date was SAM.gov last checked for FASCSA orders?',
  },
  fccSubsidy: {
    type: 'boolean',
    meaning: 'It is paid for with a federal subsidy that the FCC administers.',
    question: 'Is it paid for with a subsidy that the FCC administers (Universal Service Fund …)?',
  },
  foreignProduced: {
    type: 'boolean',
    meaning: 'Designed, developed, manufactured or assembled, wholly or partly, outside the US.',
    question: 'Was it designed, developed, manufactured or assembled outside the United States?',
  },
  consumerGrade: {
    type: 'boolean',
    meaning: 'A router of consumer grade; hotspots and residential gateways count.',
    question: 'Is it a consumer-grade router, hotspot or residential gateway?',
  },
  conditionalApproval: {
    type: 'boolean',
    meaning: 'The Department of War or Homeland Security has approved the model conditionally.',
    question: 'Has the model a conditional approval of the Department of War or Homeland Security?',
  },
  blueUasListed: {
    type: 'boolean',
    meaning: 'The aircraft or part is on the cleared Blue UAS list of the Defense Department.',
    question: 'Is it on the Blue UAS cleared list?',
  },
  domesticEndProduct: {
    type: 'boolean',
    meaning: 'It meets the level of a domestic end product under the Buy American rules.',
    question: 'Is it a domestic end product under the Buy American rules?',
  },
  labUnderProhibitedEntity: {
    type: 'boolean',
    meaning: 'The laboratory or certifier is owned or directed by a prohibited entity.',
    question: 'Is the laboratory or certification body owned or directed by a prohibited entity?',
  },
  governmentDevice: {
    type: 'boolean',
    meaning: 'The device or network belongs to, or is leased or managed by, the public body.',
    question: 'Is it a device or network of the public body, and not somebody’s own?',
  },
  governmentBusiness: {
    type: 'boolean',
    meaning: 'A device that is not the public body’s is used for its business.',
    question: 'Is the personal device used for the business of the public body?',
  },
  exemptUse: {
    type: 'boolean',
    meaning: 'Law enforcement or information security work, approved by the head of the body.',
    question: 'Is it for law enforcement or security work, approved by the head of the body?',
  },
} as const satisfies Readonly<Record<string, FactWord>>;
