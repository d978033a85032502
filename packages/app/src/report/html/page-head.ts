import { markup, type Markup } from './markup.ts';
import { STYLE } from './style.ts';

/** Nothing is loaded, nothing runs, nothing is sent; the one style sheet is inline. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Everything before the body: what the page may load (nothing), its title and its style. */
export function pageHead(title: string): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ safe: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
${{ safe: STYLE }}
</style>
</head>
`;
}
