import { Module } from '@nestjs/common';
import { StockModule } from '#stock';
import { MovesController } from './moves.controller.js';
import { PointsController } from './points.controller.js';
import { StockController } from './stock.controller.js';

@Module({ imports: [StockModule], controllers: [PointsController, StockController, MovesController] })
export class StockApiModule {}
