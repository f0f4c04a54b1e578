import type { Catalog } from '../metrics/model/catalog';
import type { Tenet } from '../service/tenet';
import type { AnswerLoader } from './answer-loader';
import type { ValuesLoader } from './values-loader';

/**
 * Everything a resolver may know. It is made for one operation: two readers may see two catalogs, so nothing of it lives in a
 * module.
 */
export interface RequestContext {
  readonly requestId: string;
  readonly tenet: Tenet;
  readonly catalog: Catalog;
  readonly answers: AnswerLoader;
  readonly values: ValuesLoader;
}
