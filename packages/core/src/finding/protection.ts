import { isBarring, type Finding, type ProtectionReport } from '../model/index.ts';
import { isProtective } from '../inventory/index.ts';
import type { HostFacts, Registration } from './host-facts.ts';
import { isGone, isOnHost } from './removal.ts';
import type { Weighed } from './weigh.ts';

/** What the rules say of having a product that was found updated. */
export type UpdatesOf = (finding: Finding) => Weighed;

type RegisteredProduct = ProtectionReport['products'][number];

/** A registered product, with the finding that says whose it is when that is a watched maker. */
interface Judged {
  readonly product: RegisteredProduct;
  readonly updates: Weighed | undefined;
}

/** A security product of a watched maker that was found on the host. */
interface Found {
  readonly name: string;
  readonly isRemoved: boolean;
  readonly updates: Weighed;
}

function firstWord(name: string): string {
  return name.trim().split(/\s+/, 1)[0]?.toLowerCase() ?? '';
}

/**
 * The finding that says whose a registered product is: one that rests on its very name, or one
 * of a product of the same first word. Makers open the names of what they make with their own,
 * and taking a barred product for another would be a false comfort.
 */
function findingOfProduct(name: string, findings: readonly Finding[]): Finding | undefined {
  const named = findings.find(
    ({ identified, subject }) =>
      subject.name === name || identified?.evidence.some(({ value }) => value === name),
  );
  if (named !== undefined) return named;
  return findings.find(
    ({ identified }) => firstWord(identified?.productName ?? '') === firstWord(name),
  );
}

function judged(registration: Registration, findings: readonly Finding[], of: UpdatesOf): Judged {
  const finding = findingOfProduct(registration.name, findings);
  const updates = finding === undefined ? undefined : of(finding);
  const said = updates === undefined ? {} : { updates: updates.verdict };
  return { product: { ...registration, ...said }, updates };
}

function foundOn(facts: HostFacts, findings: readonly Finding[], of: UpdatesOf): readonly Found[] {
  return findings.flatMap((finding) => {
    const { identified, subject } = finding;
    if (!isOnHost(finding) || !isProtective(identified?.class)) return [];
    const name = identified?.productName ?? subject.name;
    return [{ name, isRemoved: isGone(finding, facts), updates: of(finding) }];
  });
}

function isUp({ product: { isOn, isCurrent } }: Judged): boolean {
  return isOn === true && isCurrent !== false;
}

function isStopped(updates: Weighed | undefined): boolean {
  return updates !== undefined && isBarring(updates.verdict);
}

function stateWords({ isOn, isCurrent }: RegisteredProduct): string {
  if (isOn === undefined) return 'is registered, and nothing says whether it is on';
  if (!isOn) return 'is off';
  return isCurrent === false ? 'is on and out of date' : 'is on and up to date';
}

function registeredWords(judgedOnes: readonly Judged[]): string {
  return judgedOnes.map(({ product }) => `${product.name} ${stateWords(product)}`).join('; ');
}

function lossWords(lost: readonly Found[]): string {
  const one = ({ name, isRemoved }: Found): string =>
    isRemoved ? `${name} was removed` : `${name} may not be updated any more`;
  return [...new Set(lost.map(one))].join('; ');
}

/** When the updates of a product that may be updated stop by law. */
function untilOf({ next }: Weighed): Pick<ProtectionReport, 'until'> {
  return next !== undefined && isBarring(next.verdict) ? { until: next.at } : {};
}

/**
 * What protects a host. A registered product counts when it is on, up to date and may be
 * updated. Where there is none, and a barred one was found or is gone, there is a gap; when
 * nothing says what is registered, the gap is possible and no more.
 */
export function protectionOf(
  facts: HostFacts,
  findings: readonly Finding[],
  of: UpdatesOf,
): ProtectionReport {
  const registered = facts.registrations.map((one) => judged(one, findings, of));
  const products = registered.map(({ product }) => product);
  const up = registered.filter((one) => isUp(one) && !isStopped(one.updates));
  const [best] = up.filter(({ updates }) => updates === undefined).concat(up);
  if (best !== undefined) {
    const { updates } = best;
    const isOpen = updates?.verdict === 'undetermined';
    const because =
      registeredWords([best]) +
      (isOpen ? '; not every rule settles whether it may be updated' : '');
    return { status: 'protected', products, ...(updates && untilOf(updates)), because };
  }
  const lost = foundOn(facts, findings, of).filter(
    ({ isRemoved, updates }) => isRemoved || isStopped(updates),
  );
  if (lost.length > 0) return gapOf(registered, lost);
  if (registered.length > 0) {
    return { status: 'weak', products, because: registeredWords(registered) };
  }
  return { status: 'unknown', products, because: 'no record says what is registered' };
}

function gapOf(registered: readonly Judged[], lost: readonly Found[]): ProtectionReport {
  const products = registered.map(({ product }) => product);
  if (registered.length === 0) {
    const because = `${lossWords(lost)}; no record says what is registered instead`;
    return { status: 'possible-gap', products, because };
  }
  const others = registered.filter(({ updates }) => !isStopped(updates));
  const rest = others.length === 0 ? 'nothing else is registered' : registeredWords(others);
  return { status: 'gap', products, because: `${lossWords(lost)}; ${rest}` };
}
