/** An invented organization: name in quotes, place, and the spheres it works in. All of them are verified unless `status` says otherwise. */
export interface DemoOrganization {
  readonly form: 'АНО' | 'БФ' | 'РОО' | 'МОО' | 'Фонд';
  readonly name: string;
  readonly place: string;
  readonly spheres: readonly string[];
  readonly status?: 'draft' | 'submitted' | 'returned' | 'suspended';
  /** Verified so many days ago; absent: long ago. */
  readonly verifiedDaysAgo?: number;
}

/** The first one is that of the demo's owner and coordinator. */
export const DEMO_ORGANIZATIONS: readonly DemoOrganization[] = [
  {
    form: 'АНО',
    name: 'Тёплый Экимчан',
    place: 'selemdzhinsky',
    spheres: ['relief', 'emergency', 'elderly', 'community'],
  },
  { form: 'БФ', name: 'Ладонь', place: 'blagoveshchensk', spheres: ['relief', 'family'] },
  { form: 'АНО', name: 'Второй этаж', place: 'blagoveshchensk', spheres: ['disability', 'civic'] },
  { form: 'РОО', name: 'Амурский меридиан', place: 'blagoveshchensk', spheres: ['ngo', 'civic'] },
  { form: 'БФ', name: 'Живая вода Амура', place: 'blagoveshchensk', spheres: ['nature', 'emergency'] },
  { form: 'АНО', name: 'Дом с окнами на реку', place: 'blagoveshchensk', spheres: ['elderly', 'health'] },
  { form: 'АНО', name: 'Белогорские огни', place: 'belogorsk', spheres: ['youth', 'culture'] },
  { form: 'МОО', name: 'Семейный круг Белогорья', place: 'belogorsk', spheres: ['family', 'education'] },
  { form: 'РОО', name: 'Зейские вёрсты', place: 'zeya', spheres: ['memory', 'nature'] },
  { form: 'АНО', name: 'Плотина добра', place: 'zeya', spheres: ['relief', 'elderly'] },
  { form: 'АНО', name: 'Шаг вперёд', place: 'progress', spheres: ['youth', 'health'] },
  { form: 'МОО', name: 'Угольщик', place: 'raychikhinsk', spheres: ['elderly', 'community'] },
  { form: 'АНО', name: 'Вольный город', place: 'svobodny', spheres: ['family', 'relief'] },
  { form: 'РОО', name: 'Поиск и память', place: 'svobodny', spheres: ['memory', 'youth'] },
  { form: 'АНО', name: 'Северный причал', place: 'tynda', spheres: ['relief', 'disability'] },
  { form: 'БФ', name: 'Магистраль', place: 'tynda', spheres: ['health', 'education'] },
  { form: 'АНО', name: 'Звёздный двор', place: 'tsiolkovsky', spheres: ['education', 'community'] },
  { form: 'МОО', name: 'Депо добрых дел', place: 'shimanovsk', spheres: ['relief', 'youth'] },
  { form: 'АНО', name: 'Хинганский журавль', place: 'arkharinsky', spheres: ['nature', 'education'] },
  { form: 'МОО', name: 'Околица', place: 'belogorsky', spheres: ['community', 'elderly'] },
  { form: 'АНО', name: 'Верхнее Приамурье', place: 'blagoveshchensky', spheres: ['community', 'family'] },
  { form: 'АНО', name: 'Бурейская переправа', place: 'bureysky', spheres: ['emergency', 'relief'] },
  { form: 'МОО', name: 'Завитой ключ', place: 'zavitinsky', spheres: ['culture', 'elderly'] },
  { form: 'РОО', name: 'Золотая тропа', place: 'zeysky', spheres: ['emergency', 'community'] },
  { form: 'АНО', name: 'Ивановский дом', place: 'ivanovsky', spheres: ['family', 'culture'] },
  { form: 'МОО', name: 'Пограничная застава добра', place: 'konstantinovsky', spheres: ['memory', 'elderly'] },
  { form: 'АНО', name: 'Полустанок', place: 'magdagachinsky', spheres: ['relief', 'health'] },
  { form: 'МОО', name: 'Увал', place: 'mazanovsky', spheres: ['emergency', 'community'] },
  { form: 'АНО', name: 'Поярковский берег', place: 'mikhaylovsky', spheres: ['nature', 'culture'] },
  { form: 'АНО', name: 'Октябрьская нива', place: 'oktyabrsky', spheres: ['community', 'education'] },
  { form: 'МОО', name: 'Ромненские ромашки', place: 'romnensky', spheres: ['family', 'culture'] },
  { form: 'АНО', name: 'Рядом', place: 'svobodnensky', spheres: ['elderly', 'disability'] },
  { form: 'МОО', name: 'Серышевская мастерская', place: 'seryshevsky', spheres: ['disability', 'ngo'] },
  { form: 'АНО', name: 'Пять углов', place: 'skovorodinsky', spheres: ['youth', 'civic'] },
  { form: 'БФ', name: 'Тамбовский каравай', place: 'tambovsky', spheres: ['relief', 'education'] },
  { form: 'РОО', name: 'Кочевье', place: 'tyndinsky', spheres: ['community', 'culture'] },
  { form: 'МОО', name: 'Лесной кордон', place: 'shimanovsky', spheres: ['nature', 'emergency'] },
  {
    form: 'БФ',
    name: 'Доброе утро, Амур',
    place: 'blagoveshchensk',
    spheres: ['health', 'family'],
    verifiedDaysAgo: 9,
  },
  { form: 'АНО', name: 'Свет в окне', place: 'blagoveshchensk', spheres: ['elderly'], status: 'submitted' },
  { form: 'МОО', name: 'Новый двор', place: 'belogorsk', spheres: ['community'], status: 'submitted' },
  { form: 'АНО', name: 'Мост', place: 'tynda', spheres: ['youth'], status: 'returned' },
  { form: 'АНО', name: 'Росток', place: 'svobodny', spheres: ['education'], status: 'draft' },
  { form: 'Фонд', name: 'Попутчик', place: 'shimanovsk', spheres: ['community'], status: 'suspended' },
];

export const FORM_NAMES: Readonly<Record<DemoOrganization['form'], string>> = {
  АНО: 'Автономная некоммерческая организация',
  БФ: 'Благотворительный фонд',
  РОО: 'Региональная общественная организация',
  МОО: 'Местная общественная организация',
  Фонд: 'Фонд',
};
