export { Intakes, type SaidIntake } from './intakes.service.js';
export { KIT_LIMITS, type KitForm } from './kits.rules.js';
export { Kits } from './kits.service.js';
export { Moves, type SaidMove, type SaidMoveArrival } from './moves.service.js';
export { DIFFERENCE_REASONS, LOT_VERBS, type DifferenceReason } from './lots.rules.js';
export { POINT_MAX, POINT_VERBS, type PointForm } from './points.rules.js';
export { IntakePoints } from './points.service.js';
export { Shelves, type SaidCount, type SaidGift, type SaidLoss } from './shelves.service.js';
export { stockChecks } from './stock.check.js';
export { StockModule } from './stock.module.js';
export { STEP_KINDS } from './stock.view.js';
export {
  StockReads,
  type ArrivalView,
  type CountView,
  type KitView,
  type LotPath,
  type LotView,
  type MoveView,
  type PointView,
  type StockView,
} from './stock.queries.js';
export { STOCK_EXPORT } from './personal-export.js';
