/** How far the journal has been taken up; one row. */
interface ProjectionTable {
  readonly id: number;
  readonly seq: number;
  readonly digest: string;
}

/** Cases, with what they are looked for by; `body` is the case as JSON. */
export interface CaseTable {
  readonly id: string;
  readonly state: string;
  readonly verdict: string;
  readonly opened: string;
  readonly changed: string;
  readonly assigned: string | null;
  /** When it reopens by itself. */
  readonly lapses: string | null;
  /** Earliest day of a report that is owed and not sent. */
  readonly due: string | null;
  readonly body: string;
}

/** Acts on cases, as their records say; `seq` is the number of the record. */
export interface CaseActTable {
  readonly seq: number;
  readonly case_id: string;
  readonly at: string;
  readonly actor: string;
  readonly capacity: string;
  readonly act: string;
  readonly body: string;
}

/** What cases are about. */
export interface FindingTable {
  readonly case_id: string;
  readonly finding: string;
  readonly kind: string;
  readonly name: string;
  readonly version: string | null;
  readonly host: string | null;
  readonly party: string | null;
  readonly product: string | null;
  readonly level: string | null;
}

/** What each rule says of a finding, as last evaluated. */
export interface VerdictRowTable {
  readonly case_id: string;
  readonly place: number;
  readonly rule: string;
  readonly provision: string | null;
  readonly activity: string;
  readonly verdict: string;
  readonly next: string | null;
}

/** Reports that are owed or were sent. */
export interface ReportTable {
  readonly case_id: string;
  readonly place: number;
  readonly rule: string;
  readonly duty: string;
  readonly recipient: string;
  readonly due: string | null;
  readonly sent: string | null;
  readonly document: string | null;
}

/** Every table, by its name. */
export interface Tables {
  readonly projection: ProjectionTable;
  readonly case_file: CaseTable;
  readonly case_act: CaseActTable;
  readonly finding: FindingTable;
  readonly verdict_row: VerdictRowTable;
  readonly owed_report: ReportTable;
}

export type TableName = keyof Tables;

/** Columns that order the rows of each table, in the order in which the tables are emptied. */
export const TABLE_KEYS: {
  readonly [Name in TableName]: readonly (keyof Tables[Name] & string)[];
} = {
  owed_report: ['case_id', 'place'],
  verdict_row: ['case_id', 'place'],
  finding: ['case_id'],
  case_act: ['seq'],
  case_file: ['id'],
  projection: ['id'],
};

/** Names of the tables as words of the code, since the keys of an object are bare text. */
export const TABLE_NAMES: readonly TableName[] = Object.keys(TABLE_KEYS) as TableName[];
