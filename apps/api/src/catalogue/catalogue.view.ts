import type { Locale } from '#kernel';
import {
  askedOf,
  eachRules,
  explainUnit,
  onlyNew,
  saysStorage,
  type BeneficiaryGroup,
  type Catalogue,
  type Category,
  type EachRule,
  type Entry,
  type Item,
  type Place,
  type Skill,
  type Sphere,
  type Unit,
} from '#catalogue';
import type {
  BeneficiaryGroupAnswer,
  CategoryAnswer,
  ItemAnswer,
  PlaceAnswer,
  SkillAnswer,
  SphereAnswer,
  UnitAnswer,
} from './catalogue.answers.js';

function entry(
  { code, nameRu, nameEn, retiredAt }: Entry,
  locale: Locale,
): { code: string; name: string; nameRu: string; nameEn: string; retired: boolean } {
  return { code, name: locale === 'ru' ? nameRu : nameEn, nameRu, nameEn, retired: retiredAt !== null };
}

export function sphereView(sphere: Sphere, locale: Locale): SphereAnswer {
  return { ...entry(sphere, locale), hintRu: sphere.hintRu, mappings: sphere.mappings };
}

function eachView({ explained, ...rule }: EachRule, locale: Locale): CategoryAnswer['each'][number] {
  return { ...rule, explanation: explained[locale] };
}

export function categoryView(catalogue: Catalogue, category: Category, locale: Locale): CategoryAnswer {
  const { sphere, kinds, defaultKind, defaultUnit, goodsUnits, timeUnits, outcomeUnit, flags, mappings } = category;
  const units = {
    money: kinds.includes('money') ? ['rub'] : [],
    goods: kinds.includes('goods') ? goodsUnits : [],
    time: kinds.includes('time') ? timeUnits : [],
  };
  return {
    ...entry(category, locale),
    sphere,
    kinds,
    defaultKind,
    defaultUnit,
    units,
    each: eachRules(catalogue, { category }).map((rule) => eachView(rule, locale)),
    outcomeUnit,
    flags,
    mappings,
    saysStorage: saysStorage(catalogue, { kind: 'goods', category: category.code, item: null }),
    asks: askedOf(catalogue, { kind: 'goods', category: category.code, item: null }),
  };
}

export function itemView(catalogue: Catalogue, item: Item, locale: Locale): ItemAnswer {
  const { defaultUnit, otherUnits, attributes, category } = item;
  return {
    ...entry(item, locale),
    defaultUnit,
    units: [defaultUnit, ...otherUnits],
    each: eachRules(catalogue, { item }).map((rule) => eachView(rule, locale)),
    attributes,
    category,
    saysStorage: saysStorage(catalogue, { kind: 'goods', category, item: item.code }),
    asks: askedOf(catalogue, { kind: 'goods', category, item: item.code }),
    onlyNew: onlyNew(catalogue, item.code),
  };
}

export function unitView(catalogue: Catalogue, unit: Unit, locale: Locale): UnitAnswer {
  const { symbolRu, symbolEn, dimension, base, basePerUnit, okei, ruOne, ruFew, ruMany } = unit;
  const explained = explainUnit(catalogue, unit);
  const symbol = locale === 'ru' ? symbolRu : symbolEn;
  return {
    ...entry(unit, locale),
    symbol,
    symbolRu,
    symbolEn,
    dimension,
    base,
    basePerUnit,
    okei,
    forms: { one: ruOne, few: ruFew, many: ruMany },
    explanation: explained[locale],
    explanationRu: explained.ru,
    explanationEn: explained.en,
  };
}

export function placeView(place: Place, locale: Locale): PlaceAnswer {
  const {
    kind,
    parent,
    typeRu,
    centreRu,
    centreEn,
    lat,
    lon,
    mapLat,
    mapLon,
    population,
    populationYear,
    oktmo,
    timeZone,
    successor,
  } = place;
  const centre = locale === 'ru' ? centreRu : centreEn;
  return {
    ...entry(place, locale),
    kind,
    parent,
    typeRu,
    centre,
    lat,
    lon,
    mapLat,
    mapLon,
    population,
    populationYear,
    oktmo,
    timeZone,
    successor,
  };
}

export function skillView(skill: Skill, locale: Locale): SkillAnswer {
  return { ...entry(skill, locale), group: skill.group };
}

export function beneficiaryGroupView(group: BeneficiaryGroup, locale: Locale): BeneficiaryGroupAnswer {
  return { ...entry(group, locale), sensitive: group.sensitive };
}
