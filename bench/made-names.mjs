/**
 * Names that nobody has, in the proportions that lists have them: three persons in five, frequent
 * given names among rare surnames, companies of a name of their own, a trade and a legal form.
 * The same seed gives the same names.
 */

const SYLLABLES =
  'ka ro mi ten zhu gar lev as dri bo sha il nov per yu an tor vel qa mur zin hal fo rek su bin';
const TRADES =
  'Trading Shipping Instruments Bank Oil Aviation Electronics Foods Logistics Holding Chemical';
const FORMS = 'LLC Ltd GmbH JSC OOO S.A. Co. Inc';

/** @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * @param {number} count
 * @param {number} seed
 * @returns {{ schema: string, name: string }[]}
 */
export function makeNames(count, seed = 1) {
  const random = randomFrom(seed);
  const syllables = SYLLABLES.split(' ');
  /** @param {readonly string[]} words */
  const pick = (words) => words[Math.floor(random() * words.length)] ?? '';
  /** @param {number} length */
  const word = (length) => {
    let text = '';
    for (let at = 0; at < length; at += 1) text += pick(syllables);
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const given = Array.from({ length: 400 }, () => word(2));
  // The square makes a few given names as frequent as they are in life.
  const givenName = () => given[Math.floor(random() ** 2 * given.length)] ?? '';
  return Array.from({ length: count }, () => {
    if (random() < 0.6) {
      const middle = random() < 0.4 ? ` ${givenName()}` : '';
      return {
        schema: 'Person',
        name: `${givenName()}${middle} ${word(3 + (random() < 0.3 ? 1 : 0))}`,
      };
    }
    const own = random() < 0.5 ? word(3) : `${word(2)} ${word(3)}`;
    return {
      schema: 'Company',
      name: `${own} ${pick(TRADES.split(' '))} ${pick(FORMS.split(' '))}`,
    };
  });
}
