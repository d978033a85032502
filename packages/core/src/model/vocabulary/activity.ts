import type { Word } from './word.ts';

/**
 * Which side of a deal the actor stands on.
 * `supply`: the actor supplies the counterparty. `demand`: the counterparty supplies the actor.
 * `either`: the word alone does not tell, both readings are tried. `none`: there is no deal.
 */
export type ActivitySide = 'supply' | 'demand' | 'either' | 'none';

export interface ActivityWord extends Word {
  readonly side: ActivitySide;
  /** Who supplies when nobody is named: an update or telemetry comes from the maker. */
  readonly supplierDefault?: 'maker';
  /** The act is about who the other is; when no item is named, there is none to ask about. */
  readonly isAboutParty?: true;
}

function supply(meaning: string): ActivityWord {
  return { side: 'supply', meaning };
}

function demand(meaning: string): ActivityWord {
  return { side: 'demand', meaning };
}

function either(meaning: string): ActivityWord {
  return { side: 'either', meaning };
}

function none(meaning: string): ActivityWord {
  return { side: 'none', meaning };
}

function byMaker(meaning: string): ActivityWord {
  return { side: 'either', meaning, supplierDefault: 'maker' };
}

/** Activities, version 1. A word is never removed or given another meaning. */
export const ACTIVITIES = {
  offer: supply('Put a product or service on offer.'),
  sell: supply('Sell a product or service, or a first subscription to it.'),
  'enter-agreement': either('Sign a new agreement about a product or service.'),
  renew: either('Agree on a further term of an agreement that exists.'),
  'roll-over': either('An agreement continues by its own terms, with nothing newly signed.'),
  resell: supply('Sell on, to a customer, what another supplied.'),
  distribute: supply('Pass on copies to customers or to the trade.'),
  'license-for-use': supply('License a customer to use it.'),
  'license-for-resale': either('License someone to resell it or to build it into something.'),
  integrate: none('Build it into a product or service of one’s own.'),
  'white-label': none('Put it on the market under another name.'),
  bundle: supply('Sell it together with something else.'),
  provide: supply('Provide an article to a customer under a contract.'),
  'provide-service': supply('Perform a service for a customer.'),
  'update-signature': byMaker('Deliver detection signatures or other content updates.'),
  'update-code': byMaker('Deliver new program code: a version, patch or module.'),
  'operate-telemetry': byMaker('Operate a cloud look-up or telemetry network on a system.'),
  host: supply('Host it for its maker or for users.'),
  'distribute-app': supply('Distribute, maintain or update an app through an app store.'),
  import: none('Bring it into the customs territory.'),
  market: supply('Advertise, lease, ship or sell it as equipment.'),
  broadcast: supply('Carry it over air or line to the public.'),
  procure: demand('Buy it, for the first time or again.'),
  obtain: demand('Get it otherwise than by buying: a loan, a gift, a free copy.'),
  'extend-contract': demand('Extend a contract under which it is supplied.'),
  install: none('Put it on a system.'),
  'present-on-system': none('It is on a system, whether or not it runs.'),
  use: none('Use it.'),
  'use-in-deliverable': none('Use it in making what a contract requires to be delivered.'),
  'operate-equipment': none('Operate equipment or an aircraft.'),
  connect: none('Connect to it, or let it connect.'),
  retain: none('Keep it without using it.'),
  remove: none('Remove or uninstall it.'),
  pay: demand('Pay money to the counterparty.'),
  'pay-with-federal-funds': demand('Pay for it with federal money of any kind.'),
  'spend-grant': demand('Spend federal loan or grant money on it.'),
  'subsidized-purchase': demand('Buy, rent, lease or maintain it with a federal subsidy.'),
  'contract-with-user-of': either('Contract with someone who uses it.'),
  'contract-with-named': { ...either('Contract with a named party.'), isAboutParty: true },
  subcontract: demand('Have part of a contract performed by another.'),
  represent: none('Make a representation or certification.'),
  report: none('Report to an authority or contracting officer.'),
  'check-list': none('Check an official list.'),
  export: supply('Send an article, software or technology out of the country.'),
  reexport: supply('Send it from one foreign country to another.'),
  'transfer-in-country': supply('Change its end use or end user within a foreign country.'),
  'export-to-party': supply('Export, reexport or transfer with the counterparty as a party to it.'),
  'deal-with-blocked': either('Deal with a blocked person or blocked property in any way.'),
  'make-available-property': supply('Give funds, goods or services to the counterparty.'),
  'apply-authorization': none('Apply for an equipment authorization.'),
  authorize: none('Grant an equipment authorization.'),
  'modify-authorized': none('Change equipment that is already authorized.'),
  'certify-test': none('Test or certify equipment.'),
  publish: none('Publish information, or code in the open.'),
  'receive-information': demand('Receive information only.'),
  train: either('Give or take training.'),
  consult: either('Give or take advice.'),
} as const satisfies Readonly<Record<string, ActivityWord>>;

export type Activity = keyof typeof ACTIVITIES;

export function isActivity(word: string): word is Activity {
  return Object.hasOwn(ACTIVITIES, word);
}
