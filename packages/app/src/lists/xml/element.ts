/** An element of an XML file with everything inside it. Names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Text and elements in the order they stand. */
  readonly content: readonly (string | XmlElement)[];
  /** Line of the start tag, counted from 1. */
  readonly line: number;
}

export function childrenOf(element: XmlElement, name?: string): readonly XmlElement[] {
  const children: XmlElement[] = [];
  for (const part of element.content) {
    if (typeof part !== 'string' && (name === undefined || part.name === name)) children.push(part);
  }
  return children;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.content.find(
    (part): part is XmlElement => typeof part !== 'string' && part.name === name,
  );
}

/** The elements at the end of a path of names. */
export function elementsAt(
  element: XmlElement,
  ...names: readonly string[]
): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element];
  for (const name of names) found = found.flatMap((one) => childrenOf(one, name));
  return found;
}

/** All text inside an element, in order, trimmed; empty for no element. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return rawText(element).trim();
}

function rawText(element: XmlElement): string {
  let text = '';
  for (const part of element.content) text += typeof part === 'string' ? part : rawText(part);
  return text;
}

/** Text of a child, trimmed; empty when there is none. */
export function childText(element: XmlElement | undefined, name: string): string {
  return textOf(childOf(element, name));
}

/** An attribute, or empty. */
export function attributeOf(element: XmlElement | undefined, name: string): string {
  return element?.attributes.get(name) ?? '';
}
