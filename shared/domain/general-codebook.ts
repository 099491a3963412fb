import { type Codebook, codebookSchema, type EntityType, type EventType, type Tint } from './codebook.ts';

function entityType(key: string, name: string, schema: string, tint: Tint, icon: string): EntityType {
  return { id: slug(name), name, key, schema, tint, icon };
}

function eventType(name: string, roles: readonly string[]): EventType {
  return { id: slug(name), name, roles: roles.map((role) => ({ id: slug(role), name: role })), fields: [] };
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** The built-in coding scheme that a new case starts with. */
export const generalCodebook: Codebook = codebookSchema.parse({
  id: '63617365-7772-8967-8000-67656e657261',
  name: 'General',
  version: 1,
  isBuiltIn: true,
  entityTypes: [
    entityType('1', 'Person', 'Person', 'person', 'person'),
    entityType('2', 'Armed group', 'Organization', 'armed', 'flag'),
    entityType('3', 'State body', 'PublicBody', 'state', 'shield'),
    entityType('4', 'Organisation', 'Organization', 'org', 'people'),
    entityType('5', 'Place', 'Address', 'place', 'map-marker'),
    entityType('6', 'Site', 'RealEstate', 'site', 'office'),
    entityType('7', 'Weapon', 'Asset', 'weapon', 'rocket'),
    entityType('8', 'Vehicle', 'Vehicle', 'vehicle', 'known-vehicle'),
    entityType('9', 'Other', 'Thing', 'other', 'cube'),
  ],
  eventTypes: [
    eventType('Clash', ['Attacker', 'Defender', 'Party', 'Victim']),
    eventType('Strike', ['Attacker', 'Target', 'Victim']),
    eventType('Shelling', ['Attacker', 'Target', 'Victim']),
    eventType('Explosion', ['Perpetrator', 'Target', 'Victim']),
    eventType('Arrest', ['Detained by', 'Detained']),
    eventType('Movement', ['Moving party', 'Escort']),
    eventType('Statement', ['Speaker', 'Addressee', 'Subject']),
    eventType('Other', ['Actor', 'Victim']),
  ],
});
