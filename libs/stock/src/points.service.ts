import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { confirmedOnly, type Actor } from '#identity';
import { Clock, refuseForm } from '#kernel';
import { isThereFor, lockOrganization, refuseOrganization } from '#organizations';
import { audit } from '#platform';
import { keptPoint } from './point-desk.js';
import { mayKeepStock, POINT_MAX, readPoint, type PointForm } from './points.rules.js';
import { refuse } from './stock.refusals.js';

/** Intake points of an organization: opened, changed and closed by its owner and coordinators. Locks: organization, point. */
@Injectable()
export class IntakePoints {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param id where it is there already (a request run again after a crash) nothing is done */
  async open(actor: Actor, organizationId: string, form: PointForm, id: string): Promise<string> {
    await this.source.transaction(async (tx) => {
      const organization = await lockOrganization(tx, organizationId);
      if (!(await isThereFor(tx, actor, organization))) refuseOrganization('organization.not-found');
      if (!mayKeepStock(actor, { organizationId })) refuse('point.not-yours');
      confirmedOnly(actor);
      if (organization.status !== 'verified') refuse('point.organization-not-verified');
      const read = readPoint(form);
      if (!read.ok) return refuseForm(read.errors);
      const open: { id: string }[] = await tx.query(
        'SELECT id FROM intake_points WHERE organization_id = $1 AND closed_at IS NULL',
        [organizationId],
      );
      if (open.some((point) => point.id === id)) return;
      if (open.length >= POINT_MAX.points) refuse('point.too-many', { max: POINT_MAX.points });
      const { name, address, hours, public: isPublic } = read.point;
      await tx.query(
        `INSERT INTO intake_points (id, organization_id, name, address, hours, public, opened_at, opened_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
        [id, organizationId, name, address, JSON.stringify(hours), isPublic, this.clock.now(), actor.personId],
      );
      await audit(tx, {
        personId: actor.personId,
        action: 'point.opened',
        subjectType: 'point',
        subjectId: id,
        data: {},
      });
    });
    return id;
  }

  /** @param version the version that the editor saw; another one means that it was changed since (412) */
  async edit(actor: Actor, id: string, version: number, changes: Partial<PointForm>): Promise<void> {
    await this.source.transaction(async (tx) => {
      const point = await keptPoint(tx, actor, id);
      if (point.closedAt !== null) refuse('point.closed');
      const read = readPoint({
        name: changes.name ?? point.name,
        address: changes.address ?? point.address,
        hours: changes.hours ?? point.hours,
        public: changes.public ?? point.public,
      });
      if (!read.ok) return refuseForm(read.errors);
      const { name, address, hours, public: isPublic } = read.point;
      const [rows] = (await tx.query(
        'UPDATE intake_points SET name = $3, address = $4, hours = $5, public = $6, version = version + 1 WHERE id = $1 AND version = $2 AND closed_at IS NULL RETURNING id',
        [id, version, name, address, JSON.stringify(hours), isPublic],
      )) as [unknown[], number];
      if (rows.length === 0) refuse('point.stale');
    });
  }

  /** Only with empty shelves. Who announced to bring something reads that it is over. Closed again it changes nothing. */
  async close(actor: Actor, id: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const point = await keptPoint(tx, actor, id);
      if (point.closedAt !== null) return;
      await tx.query('SELECT 1 FROM intake_points WHERE id = $1 FOR UPDATE', [id]);
      const [full]: unknown[] = await tx.query(
        'SELECT 1 FROM stock_lots l JOIN accounts a ON a.id = l.account WHERE l.point_id = $1 AND (a.posted_in > a.posted_out OR a.held_in > 0) LIMIT 1',
        [id],
      );
      if (full) refuse('point.not-empty');
      const now = this.clock.now();
      await tx.query('UPDATE stock_arrivals SET ended_at = $2 WHERE point_id = $1 AND ended_at IS NULL', [id, now]);
      await tx.query(
        'UPDATE intake_points SET closed_at = $2, version = version + 1 WHERE id = $1 AND closed_at IS NULL',
        [id, now],
      );
      await audit(tx, {
        personId: actor.personId,
        action: 'point.closed',
        subjectType: 'point',
        subjectId: id,
        data: {},
      });
    });
  }
}
