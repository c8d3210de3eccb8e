import { Injectable } from '@nestjs/common'; export const f = Injectable;
