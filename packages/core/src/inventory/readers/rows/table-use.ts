import type { ComponentRecord, Presence, SignField } from '../../../model/index.ts';
import type { HostRow } from './cell.ts';

/** How the value of a column becomes one of a field. */
type ColumnForm =
  /** As it stands. */
  | 'text'
  /** A path: the path, and the file name in the field of its kind. */
  | 'path'
  /** A path of a program, whatever its extension. */
  | 'program'
  /** A path of a driver, whatever its extension. */
  | 'driver'
  /** A command line of a program or driver. */
  | 'command'
  /** A command line of which the path of the program counts, when it has one. */
  | 'command-path'
  /** The name of a package, as a package URL of its type. */
  | 'npm'
  | 'pypi'
  /** A distinguished name, of which the common name counts. */
  | 'common-name'
  | 'mac'
  /** A CPE name, of which vendor and product count. */
  | 'cpe'
  /** An address on the web, or `host:port`, of which the host counts. */
  | 'url-host'
  | 'usb-id';

export interface ColumnUse {
  readonly column: string;
  readonly field: SignField;
  readonly form: ColumnForm;
  /** Where in a row the column stands: `:publisher`. */
  readonly at: string;
}

export interface TableUse {
  readonly table: string;
  /** Sets of columns, one of which tells the table when the name of the query does not. */
  readonly marks: readonly (readonly string[])[];
  readonly uses: readonly ColumnUse[];
  /** For an observation, what it is; a component otherwise. */
  readonly observes?: string;
  /** Columns of which the first with a value names the component. */
  readonly named: readonly string[];
  readonly version?: string;
  readonly supporting: boolean;
  /** State the row shows; undefined when it says that nothing is there. */
  readonly presence: (row: HostRow) => Presence | undefined;
  /** When this does not hold, what a signature says of its signer does not count. */
  readonly trusts?: (row: HostRow) => boolean;
  /** What the system says of an anti-virus product that is registered with it. */
  readonly registers?: (row: HostRow) => ComponentRecord['registered'] | undefined;
}

/** What is said of a table; columns are written with spaces between them. */
interface TableParts {
  readonly marks?: readonly string[];
  readonly uses: readonly string[];
  readonly named?: string;
  readonly version?: string;
  readonly supporting?: boolean;
  readonly observes?: string;
  readonly presence?: (row: HostRow) => Presence | undefined;
  readonly trusts?: (row: HostRow) => boolean;
  readonly registers?: TableUse['registers'];
}

/** A use is written `column > field` or `column > field (form)`. */
const USE = /^(\S+) > (\S+)(?: \((\S+)\))?$/;

function use(text: string): ColumnUse {
  const [, column = '', field = '', form = 'text'] = USE.exec(text) ?? [];
  return { column, field: field as SignField, form: form as ColumnForm, at: `:${column}` };
}

/** Makes the use of a table from its parts; without more, its rows are installed components. */
export function tableUse(name: string, parts: TableParts): TableUse {
  const { marks = [], named = 'name', supporting = false, presence = () => 'installed' } = parts;
  return {
    table: name,
    marks: marks.map((columns) => columns.split(' ')),
    uses: parts.uses.map(use),
    named: named.split(' '),
    supporting,
    presence,
    ...(parts.version === undefined ? {} : { version: parts.version }),
    ...(parts.observes === undefined ? {} : { observes: parts.observes }),
    ...(parts.trusts === undefined ? {} : { trusts: parts.trusts }),
    ...(parts.registers === undefined ? {} : { registers: parts.registers }),
  };
}
