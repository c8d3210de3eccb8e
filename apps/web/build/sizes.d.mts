export interface PageSize {
  readonly page: string;
  readonly locale: 'ru' | 'en';
  readonly files: number;
  readonly bytes: number;
}
export function sizesOfPages(web?: string): Promise<PageSize[]>;
export function publicRoutes(web?: string): Promise<string[]>;
