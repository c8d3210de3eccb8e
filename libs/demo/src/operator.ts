import { PublishedTexts } from '#identity';
import { OperatorDetails, OperatorTexts } from '#installation';
import { demoInn } from './identifiers.rules.js';
import { actor, type World } from './world.js';

/** Beyond the numbers of the organizations. */
const NUMBER = 99_001;

/** The first day of the region: an administrator says who runs it, and publishes its policy and its rules as they are begun for every operator. */
export async function openInstallation(world: World, administrator: string): Promise<void> {
  const who = actor(administrator, { platform: ['administrator'] });
  await new OperatorDetails(world.within).say(who, {
    name: 'Фонд «Общее дело Приамурья» (вымышлен)',
    inn: demoInn(NUMBER),
    address: 'Благовещенск, ул. Образцовая, 1',
    email: 'operator@example.org',
    phone: '+7 4162 00-00-99',
  });
  const texts = new OperatorTexts(world.within, new PublishedTexts(world.within, world.clock));
  for (const { purpose, published, draft } of await texts.list())
    if (!published && draft && (purpose === 'privacy' || purpose === 'rules'))
      await texts.publish(who, { purpose, ...draft, basedOn: null });
}
