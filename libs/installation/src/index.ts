export { attention, installationHealth } from './health.queries.js';
export { installationFacts } from './first-day.queries.js';
export {
  abilities,
  ABILITIES,
  ENDPOINT_EVENTS,
  firstDay,
  isReady,
  STEPS,
  type Ability,
  type Step,
  type StepCode,
  type StepState,
} from './first-day.rules.js';
export { STEP_NAMES, stepSentence } from './first-day-sentences.rules.js';
export { InstallationModule } from './installation.module.js';
export { OperatorTexts, type TextToEdit } from './operator-texts.service.js';
export { OperatorDetails } from './operator.service.js';
export { operatorOf } from './settings.queries.js';
export { TestMails } from './test-mail.service.js';
