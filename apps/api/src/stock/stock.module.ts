import { Module } from '@nestjs/common';
import { StockModule } from '#stock';
import { PointsController } from './points.controller.js';
import { StockController } from './stock.controller.js';

@Module({ imports: [StockModule], controllers: [PointsController, StockController] })
export class StockApiModule {}
