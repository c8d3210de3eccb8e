import { Entity } from 'typeorm';

@Entity('offers')
export class OfferEntity {}
