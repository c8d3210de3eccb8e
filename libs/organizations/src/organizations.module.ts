import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { OrganizationEntity } from './organization.entity.js';
import { OrganizationsQueries } from './organizations.queries.js';
import { OrganizationsService } from './organizations.service.js';

export const organizationEntities = [OrganizationEntity];

@Module({
  imports: [TypeOrmModule.forFeature(organizationEntities), CatalogueModule, IdentityModule],
  providers: [OrganizationsService, OrganizationsQueries],
  exports: [OrganizationsService, OrganizationsQueries],
})
export class OrganizationsModule {}
