import { CODES, type Code } from '../../base/codes';
import type { Diagnostic, Severity, Span } from '../../base/diagnostic';

export interface SarifOptions {
  /** The definitions' folder, relative to what the report is about (the repository); empty when it is that folder itself. */
  readonly root: string;
  /** Of Tenet. */
  readonly version: string;
}

interface Text {
  readonly text: string;
}

interface SarifLocation {
  readonly id?: number;
  readonly message?: Text;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  };
  readonly logicalLocations?: readonly {
    readonly name: string;
    readonly kind: string;
    readonly fullyQualifiedName: string;
  }[];
}

interface SarifRule {
  readonly id: Code;
  readonly shortDescription: Text;
  readonly help: Text;
}

interface SarifResult {
  readonly ruleId: Code;
  readonly ruleIndex: number;
  readonly level: Severity;
  readonly message: Text;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
}

/** The part of SARIF 2.1.0 (OASIS) that findings need; readable by code hosts and editors. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly version: string;
          readonly rules: readonly SarifRule[];
        };
      };
      readonly columnKind: 'utf16CodeUnits';
      readonly results: readonly SarifResult[];
    },
  ];
}

/** Findings as a SARIF log, in the order given; the rules are the codes that occur, in the order of their table. */
export function toSarif(diagnostics: readonly Diagnostic[], { root, version }: SarifOptions): SarifLog {
  const found = new Set(diagnostics.map(({ code }) => code));
  const codes = (Object.keys(CODES) as Code[]).filter((code) => found.has(code));
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const prefix = segmentsOf(root);
  const results = diagnostics.map((diagnostic) =>
    resultOf(diagnostic, indexes.get(diagnostic.code)!, prefix),
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Tenet', version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function ruleOf(code: Code): SarifRule {
  const { cause, remedy } = CODES[code];
  return { id: code, shortDescription: { text: cause }, help: { text: `${cause} ${remedy}` } };
}

function resultOf(diagnostic: Diagnostic, ruleIndex: number, prefix: readonly string[]): SarifResult {
  const { code, severity, message, hint, definition, at, related = [] } = diagnostic;
  const location = locationOf(at, prefix);
  const named = definition && {
    logicalLocations: [{ ...definition, fullyQualifiedName: `${definition.kind} ${definition.name}` }],
  };
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: hint === undefined ? message : `${message} Hint: ${hint}` },
    locations: [{ ...location, ...named }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        message: { text: place.message },
        ...locationOf(place.at, prefix),
      })),
    }),
  };
}

/** Spans end before their end, as regions do. */
function locationOf({ file, start, end }: Span, prefix: readonly string[]): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: [...prefix, ...segmentsOf(file)].map(encodeURIComponent).join('/') },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      },
    },
  };
}

/** The steps of a relative path, whichever way its slashes lean. */
const segmentsOf = (path: string): readonly string[] =>
  path.split(/[\\/]/).filter((step) => step !== '' && step !== '.');
