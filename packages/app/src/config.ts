/** What the environment may set. The only place that reads it. */
export interface Config {
  /** Colors as the NO_COLOR and FORCE_COLOR conventions ask; undefined leaves it to the TTY. */
  readonly color: boolean | undefined;
  /** Width to lay out for when the output is no terminal. */
  readonly columns: number | undefined;
}

/** Reads the configuration from the environment of the process. */
export function readConfig(): Config {
  const { NO_COLOR, FORCE_COLOR, COLUMNS } = process.env;
  const columns = Number(COLUMNS);
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const isOff = NO_COLOR !== undefined && NO_COLOR !== '';
  return {
    color: isOff ? false : isForced ? true : undefined,
    columns: Number.isInteger(columns) && columns > 0 ? columns : undefined,
  };
}
