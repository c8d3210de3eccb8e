import browser from './playwright.config.js';

/** `npm run looks`: the browser tests with every page wide and narrow, by day and by night, and each story in every language. */
process.env.LEPTA_LOOKS = 'all';

export default browser;
