import { isActivity, type Activity } from '../../../model/index.ts';

/** What an order type means where we buy and where we sell. */
interface OrderWord {
  readonly buying?: Activity;
  readonly selling?: Activity;
}

function both(activity: Activity): OrderWord {
  return { buying: activity, selling: activity };
}

/** Order types as books write them. A word that is not here is not guessed at. */
const ORDER_WORDS: Readonly<Record<string, OrderWord>> = {
  purchase: { buying: 'procure' },
  'purchase order': { buying: 'procure' },
  'standard purchase order': { buying: 'procure' },
  po: { buying: 'procure' },
  buy: { buying: 'procure' },
  procurement: { buying: 'procure' },
  kauf: { buying: 'procure' },
  bestellung: { buying: 'procure' },
  achat: { buying: 'procure' },
  compra: { buying: 'procure' },
  gift: { buying: 'obtain' },
  donation: { buying: 'obtain' },
  renewal: both('renew'),
  'license renewal': both('renew'),
  'subscription renewal': both('renew'),
  'maintenance renewal': both('renew'),
  verlängerung: both('renew'),
  renouvellement: both('renew'),
  renovación: both('renew'),
  'automatic renewal': both('roll-over'),
  'auto renewal': both('roll-over'),
  rollover: both('roll-over'),
  'contract extension': { buying: 'extend-contract' },
  sale: { selling: 'resell' },
  sales: { selling: 'resell' },
  'sales order': { selling: 'resell' },
  resale: { selling: 'resell' },
  verkauf: { selling: 'resell' },
  vente: { selling: 'resell' },
  venta: { selling: 'resell' },
  service: { buying: 'procure', selling: 'provide-service' },
  services: { buying: 'procure', selling: 'provide-service' },
  payment: both('pay'),
  zahlung: both('pay'),
  paiement: both('pay'),
  pago: both('pay'),
};

const WORDS: ReadonlyMap<string, OrderWord> = new Map(Object.entries(ORDER_WORDS));

/**
 * The activity an order type means. `isSelling`: true where a customer is named and no supplier,
 * false the other way round; undefined where both or neither are, and then only a word that
 * means one thing will do.
 */
export function activityOfType(type: string, isSelling: boolean | undefined): Activity | undefined {
  const key = type
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  const word = WORDS.get(key);
  if (word === undefined) return activityWord(type);
  const { buying, selling } = word;
  if (isSelling === undefined) return buying === undefined || buying === selling ? selling : buying;
  return isSelling ? selling : buying;
}

/** A word of the vocabulary of activities, with spaces or hyphens. */
export function activityWord(text: string): Activity | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  return isActivity(word) ? word : undefined;
}
