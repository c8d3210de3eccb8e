// Loaded into a process before anything else: its clock is off by as many milliseconds as stand in the file that LEPTA_TEST_CLOCK names.
import { readFileSync } from 'node:fs';

const file = process.env.LEPTA_TEST_CLOCK;
const RealDate = Date;
let shift = 0;
const look = () => {
  shift = Number(readFileSync(file, 'utf8')) || 0;
};
look();
setInterval(look, 50).unref();

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shift);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
