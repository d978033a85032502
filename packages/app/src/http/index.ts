/**
 * The server: HTTP in, use cases called, JSON out.
 *
 * Main entry: `serve` runs the server until it is told to stop. A route checks its parameters,
 * calls a use case of ../check or ../rules and sends what that gives; it decides nothing itself.
 * Errors are `application/problem+json` (RFC 9457), the OpenAPI document is made from the schemas
 * the parameters are checked with, and time comes from whoever starts the server. Loaded only by
 * `interdict serve`.
 */
export { serve } from './serve.ts';
