/**
 * Lists of software as PowerShell prints them: `Get-Package`, `scoop list`, and whatever has a
 * name and a version or a maker.
 *
 * Main entries: `powershellTable`, `powershellList` and `powershellJson` for the forms of
 * Format-Table, Format-List and ConvertTo-Json. Export-Csv is read by `csv/`.
 */
export { powershellJson } from './json-reader.ts';
export { powershellList } from './list-reader.ts';
export { powershellTable } from './table-reader.ts';
