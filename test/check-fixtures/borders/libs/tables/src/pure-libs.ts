import { Injectable } from '@nestjs/common'; export const g = Injectable;
