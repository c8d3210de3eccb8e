import { ApiProperty } from '@nestjs/swagger';
import type { Catalogue } from '#catalogue';
import type { ListedNeed } from '#clearing';
import { districtOf, isPrivateCategory } from '#forms';

/** A need as lists of a clearing and of reasons name it. */
export class ListedNeedAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) number: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null in a private category' }) title: string | null;
  @ApiProperty({ type: String }) category: string;
  @ApiProperty({ type: String, description: 'In a private category the district' }) place: string;
}

export function listedNeedView(
  { needId, number, title, category, place }: ListedNeed,
  catalogue: Catalogue,
): ListedNeedAnswer {
  const inPrivate = isPrivateCategory(catalogue, category);
  return {
    id: needId,
    number,
    title: inPrivate ? null : title,
    category,
    place: inPrivate ? districtOf(catalogue, place) : place,
  };
}
