/** What is cheap or dear on an engine. Passes ask for it; they do not know which engine it is. */
export interface EngineTraits {
  /** A step that several others read is computed once. */
  readonly sharesSteps: boolean;
  /** Converting a value from zone to zone is dear; comparing it with a few dozen moments is cheap. */
  readonly slowZones: boolean;
}
