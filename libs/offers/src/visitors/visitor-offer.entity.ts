import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferForm } from '#forms';

/** The form as JSON keeps it: its instants are texts. */
export type KeptForm = Omit<OfferForm, 'from' | 'until' | 'bestBefore'> &
  Partial<Record<'from' | 'until' | 'bestBefore', string | null>>;

/** What a person without an account offers, until they open the link of their mail. Whose it is stands with the registration of the same id. */
@Entity('visitor_offers')
export class VisitorOfferEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'jsonb' }) form: KeptForm;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
