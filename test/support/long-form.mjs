// Suites that have a short and a long form read this.
process.env.LEPTA_LONG = '1';
