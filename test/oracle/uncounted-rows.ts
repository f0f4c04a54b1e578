// table: the rows of docs/semantics.md that no random question can meet yet, each with the reason
/** Whoever builds what a row is about takes it away here, and gives it a switch in decisions.ts. */
export const UNCOUNTED_ROWS: Readonly<Record<number, string>> = {
  8: 'aggregates over `per` do not exist yet',
  30: 'about time transforms, which do not exist yet; that plain metrics stay inside of the period is counted under 28',
  31: '`rolling` does not exist yet',
  32: '`rolling`, `running` and `to_date` do not exist yet',
  33: '`to_date` does not exist yet',
  34: '`closing` and `opening` do not exist yet',
  36: '`compare` and `shift` do not exist yet',
  37: '`share` and `total` do not exist yet',
  40: 'conversions do not exist yet',
  41: 'funnels do not exist yet',
  42: 'retention does not exist yet',
  43: 'datasets with history do not exist yet',
  44: 'bridges do not exist yet',
};
