export { Intakes } from './intakes.service.js';
export { KIT_LIMITS } from './kits.rules.js';
export { Kits } from './kits.service.js';
export { Moves } from './moves.service.js';
export { DIFFERENCE_REASONS, LOT_VERBS, type DifferenceReason } from './lots.rules.js';
export { POINT_MAX, POINT_VERBS } from './points.rules.js';
export { IntakePoints } from './points.service.js';
export { Shelves } from './shelves.service.js';
export { stockChecks } from './stock.check.js';
export { StockModule } from './stock.module.js';
export { STEP_KINDS } from './stock.view.js';
export {
  StockReads,
  type ArrivalView,
  type CountView,
  type KitView,
  type LotPath,
  type PointView,
  type StockView,
} from './stock.queries.js';
export { publicPoints } from './public-points.queries.js';
export { STOCK_EXPORT } from './personal-export.js';
