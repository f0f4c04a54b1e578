import { isScalar, type Node, Scalar, YAMLMap } from 'yaml';
import type { Diagnostic } from '../../base/diagnostic';
import type { Company, Team } from '../model/catalog';
import type { DefinitionFile } from './raw';
import { forbiddenDiagnostic, readShaped, type ShapedSubject } from './read-shaped';
import { COMPANY_SHAPE, companyOf, LIMIT_KEYS } from './shapes/company';
import { TEAM_SHAPE, teamOf } from './shapes/team';
import { parseYaml } from './yaml-document';
import { forbiddenOffsets, yamlSource } from './yaml-source';

interface ReadSettings<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

const COMPANY: ShapedSubject<Parameters<typeof companyOf>[0]> = {
  shape: COMPANY_SHAPE,
  title: 'The company',
  keys: { own: Object.keys(COMPANY_SHAPE.shape), nested: { limits: LIMIT_KEYS } },
  missingHints: { '"zone"': "write the IANA time zone of the company's calendar: zone: Europe/London" },
};

/** A file that is one mapping of settings. What is wrong with the whole of it is told at its beginning. */
function readSettings<T>(file: DefinitionFile, subject: ShapedSubject<T>): ReadSettings<T> {
  const source = yamlSource(file);
  const document = parseYaml(source);
  if (document.faults.length > 0) return { value: null, diagnostics: document.faults };
  const beginning = new Scalar('');
  beginning.range = [0, 0, 0];
  const shaped = readShaped(source, beginning, settingsNode(document.contents), subject);
  const forbidden = forbiddenOffsets(source.text, 10).map((offset) => forbiddenDiagnostic(source, offset));
  return {
    value: forbidden.length === 0 ? shaped.value : null,
    diagnostics: [...forbidden, ...shaped.diagnostics],
  };
}

/** An empty file is an empty mapping: then only the keys that must be there are missing. */
function settingsNode(contents: Node | null): Node {
  if (contents !== null && !(isScalar(contents) && contents.value === null)) return contents;
  const empty = new YAMLMap();
  empty.range = [0, 0, 0];
  return empty;
}

export interface ReadCompany {
  readonly company: Company | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads company.yaml; any fault in it leaves the company unknown, because every number depends on it. */
export function readCompany(file: DefinitionFile): ReadCompany {
  const { value, diagnostics } = readSettings(file, COMPANY);
  return { company: value === null ? null : companyOf(value), diagnostics };
}

export interface ReadTeam {
  readonly team: Team;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a team.yaml; a fault in it costs the team its words, never its definitions. */
export function readTeam(file: DefinitionFile, name: string): ReadTeam {
  const title = `Team "${name}"`;
  const { value, diagnostics } = readSettings(file, {
    shape: TEAM_SHAPE,
    title,
    keys: { own: Object.keys(TEAM_SHAPE.shape), nested: {} },
  });
  return { team: teamOf(name, value), diagnostics };
}
