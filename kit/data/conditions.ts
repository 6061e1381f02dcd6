import { sql, type Column, type SQL } from 'drizzle-orm';

/** `column = any(keys)`: the where of every loader, its keys one array parameter. */
export const amongKeys = (column: Column): SQL =>
  sql`${column} = any(${sql.placeholder('keys')}::text[])`;

/**
 * Whether a record lies in an area: a city (`430200`), a district (`430202`) or a street
 * (`430202001`). Roll-up goes by code prefix, written as a range so that an index can serve it.
 * @param street null for tables without a street
 * @param area   SQL of the area's code
 */
export function withinArea(district: Column, street: Column | null, area: SQL): SQL {
  const prefix = sql`case when ${area} like '____00' then left(${area}, 4) else ${area} end`;
  const byDistrict = sql`(length(${area}) = 6
    and ${district} >= ${prefix} and ${district} < ${prefix} || ':')`;
  return street === null ? byDistrict : sql`(${street} = ${area} or ${byDistrict})`;
}

/** A filter that lets everything through while its value is null. */
export const equalsIfGiven = (column: Column, name: string): SQL =>
  sql`(${sql.placeholder(name)}::text is null or ${column} = ${sql.placeholder(name)}::text)`;
