/** What the money of some needs is for: words, and how many hundredths of the sum each line takes. */
export const DEMO_BUDGETS: Readonly<Record<string, readonly (readonly [what: string, percent: number])[]>> = {
  'relief-hot-meals': [
    ['Крупы, мясо, овощи', 70],
    ['Одноразовая посуда', 10],
    ['Бензин на развоз', 20],
  ],
  'relief-homeless': [
    ['Дрова и уголь', 45],
    ['Постели и бельё', 35],
    ['Ночной дежурный, два месяца', 20],
  ],
  'elderly-veterans': [
    ['Уголь', 75],
    ['Доставка и разгрузка', 25],
  ],
  'culture-venues': [
    ['Окна с установкой', 80],
    ['Вывоз старых рам', 20],
  ],
  'nature-shelters': [
    ['Утеплитель и доски', 65],
    ['Крепёж и краска', 15],
    ['Доставка', 20],
  ],
  'emergency-flood': [
    ['Тепловые пушки, прокат', 60],
    ['Дизель', 40],
  ],
};
