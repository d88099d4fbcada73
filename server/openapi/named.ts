/** What schemas of answers are made of. */
import { z } from 'zod';

/** Text, list, number: what most fields are. */
export const text = z.string();
export const texts = z.array(text);
export const count = z.int().min(0);
export const day = z.iso.date();
export const known = z.enum(['given', 'extracted', 'derived']);

/** Under its name (`id`) it stands in openapi.json. */
export const named = <Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema =>
  schema.meta({ id, description });
