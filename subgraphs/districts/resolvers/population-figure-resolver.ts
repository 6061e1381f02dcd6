import { provenanceOf } from '@linju/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import type { PopulationRow } from '../loaders/population-by-place.js';
import { PopulationFigure } from '../schema/population-figure.js';
import { areaByCode } from './area-by-any-code.js';

@Resolver(() => PopulationFigure)
export class PopulationFigureResolver {
  @FieldResolver()
  place(@Root() { placeCode }: PopulationRow, @Ctx() { load }: DistrictsContext) {
    return areaByCode(load, placeCode);
  }

  @FieldResolver()
  provenance(@Root() { placeCode, vintage }: PopulationRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'PopulationFigure', `${placeCode}/${vintage}`);
  }
}
