import type { AnswerFormat, FormatName } from './answer-format';
import { arrow } from './arrow';
import { csv } from './csv';
import { json, ndjson } from './json';

/** Every way to write an answer down, by its name. */
export const FORMATS: Readonly<Record<FormatName, AnswerFormat>> = { json, ndjson, csv, arrow };

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
