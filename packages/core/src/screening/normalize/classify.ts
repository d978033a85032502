import { LIMITS } from '../../limits.ts';
import { type Corrections, buildCorrections, buildWeightless, correct } from './correct.ts';
import { type LegalFormTable, type LegalSpan, buildLegalForms, legalFormAt } from './legal-form.ts';
import type { NameMode, NameToken, OtherReading, TokenKind } from './name.ts';
import { ABBREVIATIONS, FORM_WORDS, NUMBERS, PARTICLES, SUFFIXES, TITLES } from './words.ts';
import { spellOneWay } from './spelling.ts';

/** Tables in the spelling of tokens, built once by who normalizes many names. */
export interface Classifier {
  readonly legalForms: LegalFormTable;
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly corrections: Corrections;
  readonly formWords: ReadonlySet<string>;
  readonly weightless: Corrections;
  /** Words whose slips are remembered. */
  readonly corrected: Map<string, string>;
  /** Words whose spelling is remembered; names are made of few words. */
  readonly spellings: Map<string, string>;
}

/** `spellOneWay`, remembered. */
export function spell({ spellings }: Classifier, word: string): string {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  if (spellings.size >= LIMITS.screening.wordsRememberedMax) spellings.clear();
  const spelled = spellOneWay(word);
  spellings.set(word, spelled);
  return spelled;
}

export function createClassifier(): Classifier {
  const legalForms = buildLegalForms();
  const titles = new Set([...TITLES].map(spellOneWay));
  const particles = new Set([...PARTICLES].map(spellOneWay));
  const forms = [...legalForms.values()].flat().flatMap(({ words }) => words);
  return {
    legalForms,
    titles,
    particles,
    weightless: buildWeightless(
      new Set([...titles, ...particles, ...forms, 'abd', 'abdul', 'abdel', 'abdal']),
    ),
    abbreviations: new Map(
      [...ABBREVIATIONS].map(([short, long]) => [spellOneWay(short), spellOneWay(long)]),
    ),
    corrections: buildCorrections(),
    formWords: new Set([...FORM_WORDS].map(spellOneWay)),
    corrected: new Map(),
    spellings: new Map(),
  };
}

/** A word with its slip mended, when it is one of those whose slips would tell names apart. */
function corrected(classifier: Classifier, word: string): string {
  const known = classifier.corrected.get(word);
  if (known !== undefined) return known;
  if (classifier.corrected.size >= LIMITS.screening.wordsRememberedMax)
    classifier.corrected.clear();
  const right = correct(classifier.corrections, word);
  classifier.corrected.set(word, right);
  return right;
}

interface Unclassified {
  readonly text: string;
  readonly surface: string;
  readonly isAbjad: boolean;
  readonly alternatives: readonly OtherReading[];
}

/** Titles that are read as such where it is not known that a person is named. */
const PLAIN_TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'mullah', 'mulla', 'haji', 'hajji']);

/** Particles that are also whole names: `An Li`, `Le Duc`, `Das`. */
const NAME_PARTICLES = new Set(
  // long line: a table of words
  'an as ad ar ur de du da do das dos di le la el y e i o u v ja na po den der ten ter des dan abu'.split(
    ' ',
  ),
);

export function classify(
  classifier: Classifier,
  drafts: readonly Unclassified[],
  mode: NameMode,
): readonly NameToken[] {
  const texts = drafts.map((one) =>
    mode === 'person' ? one.text : corrected(classifier, one.text),
  );
  const tokens: NameToken[] = [];
  const marked = mode === 'person' ? [] : markLegalForms(classifier, texts);
  for (const [at, one] of drafts.entries()) {
    const legal = marked[at];
    const text = texts[at] ?? one.text;
    const isInitial = mode !== 'organization' && isCapital(one);
    const kind =
      legal !== undefined
        ? 'legal-form'
        : isInitial
          ? 'initial'
          : kindOf(classifier, texts, at, mode);
    tokens.push({
      text: kind === 'legal-form' ? text : wordOf(classifier, text, kind, mode),
      surface: one.surface,
      kind,
      isAbjad: one.isAbjad,
      alternatives: one.alternatives,
      ...(legal === undefined ? {} : { legalClass: legal.legalClass }),
    });
  }
  return keepWords(tokens, mode);
}

/** A single letter is an initial when it is a capital; `y` and `e` between names are not. */
function isCapital({ text, surface }: Unclassified): boolean {
  return text.length === 1 && text > '9' && !/^[aeiouyv]$/.test(surface);
}

function markLegalForms(
  classifier: Classifier,
  texts: readonly string[],
): readonly (LegalSpan | undefined)[] {
  const marked: (LegalSpan | undefined)[] = texts.map(() => undefined);
  for (let at = 0; at < texts.length; at += 1) {
    const span = legalFormAt(classifier.legalForms, texts, at);
    if (span === undefined) continue;
    marked.fill(span, at, at + span.length);
    at += span.length - 1;
  }
  for (const [at, text] of texts.entries()) {
    if (classifier.formWords.has(text)) marked[at] ??= { length: 1, legalClass: 'corporation' };
  }
  // A form before the end is one as well when only forms follow: `Co`, `Ltd` of `Baltic SA Co Ltd`.
  const lastWord = marked.lastIndexOf(undefined);
  const tail = lastWord === -1 ? undefined : texts[lastWord];
  if (tail !== undefined && lastWord > 0) {
    const span = legalFormAt(classifier.legalForms, [...texts.slice(0, lastWord), tail], lastWord);
    if (span !== undefined && tail.length > 1) marked[lastWord] = span;
  }
  return marked;
}

function kindOf(
  classifier: Classifier,
  texts: readonly string[],
  at: number,
  mode: NameMode,
): TokenKind {
  const text = texts[at] ?? '';
  if (/^\d/.test(text) || (/\d$/.test(text) && text.length <= 4)) return 'number';
  if (mode !== 'person' && NUMBERS.has(text)) return 'number';
  if (mode !== 'organization' && isTitle(classifier, texts, at, mode)) return 'title';
  if (mode !== 'organization' && at > 1 && at === texts.length - 1 && SUFFIXES.has(text)) {
    return 'suffix';
  }
  if (classifier.particles.has(text)) return 'particle';
  return 'word';
}

/** A title stands before two more words at least, behind nothing but titles. */
function isTitle(
  classifier: Classifier,
  texts: readonly string[],
  at: number,
  mode: NameMode,
): boolean {
  if (texts.length - at < 3) return false;
  const titles = mode === 'person' ? classifier.titles : PLAIN_TITLES;
  return texts.slice(0, at + 1).every((text) => titles.has(text));
}

function wordOf(classifier: Classifier, text: string, kind: TokenKind, mode: NameMode): string {
  if (kind === 'number') return NUMBERS.get(text) ?? text.replace(/^0+(?=\d)/, '');
  if (kind !== 'word' || mode === 'person') return text;
  return classifier.abbreviations.get(text) ?? text;
}

/** A name of particles, titles and legal forms only is made of words after all. */
function keepWords(tokens: readonly NameToken[], mode: NameMode): readonly NameToken[] {
  const words = tokens.filter((token) => token.kind === 'word' || token.kind === 'number').length;
  if (words >= 2 || (words === 1 && tokens.length === 1)) return tokens;
  if (words === 0) return tokens.map((token) => (isEmptyKind(token.kind) ? asWord(token) : token));
  if (mode === 'organization') return tokens;
  return tokens.map((token) =>
    token.kind === 'particle' && NAME_PARTICLES.has(token.text) ? asWord(token) : token,
  );
}

function isEmptyKind(kind: TokenKind): boolean {
  return kind !== 'initial' && kind !== 'suffix';
}

function asWord({ text, surface, isAbjad, alternatives }: NameToken): NameToken {
  return { text, surface, kind: 'word', isAbjad, alternatives };
}
