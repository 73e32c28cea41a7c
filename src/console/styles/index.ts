import { alarms } from './alarms.ts';
import { list } from './list.ts';
import { page } from './page.ts';
import { report } from './report.ts';
import { shared } from './shared.ts';

export const styles = [shared, page, list, report, alarms];
