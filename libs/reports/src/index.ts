import { ReportEntity } from './report.entity.js';

export const reportEntities = [ReportEntity];
export { BOOK_LIMITS } from './book.queries.js';
export { CHECKS, REPORT_LIMITS, REPORT_VERBS } from './report.rules.js';
export { ReportMails } from './report-mails.job.js';
export { ReportPhotos } from './report-photos.service.js';
export { reportChecks } from './reports.check.js';
export { ReportsModule } from './reports.module.js';
export { ReportReads, type DueReport, type ReportView } from './reports.queries.js';
export { SHOWN_REPORTS_MAX, ShownReports, type ShownReport } from './shown-reports.queries.js';
export { Reports } from './reports.service.js';
