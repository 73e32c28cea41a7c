import { wordColours } from '../../runtime/word-card.ts';
import { alarms } from './alarms.ts';
import { callbacks } from './callbacks.ts';
import { list } from './list.ts';
import { newReport } from './new-report.ts';
import { page } from './page.ts';
import { report } from './report.ts';
import { shared } from './shared.ts';

export const styles = [shared, page, list, report, newReport, alarms, callbacks, wordColours];
