import base from '../../templates/report/style/base.css?raw';
import frame from '../../templates/report/style/frame.css?raw';
import summary from '../../templates/report/style/summary.css?raw';
import parts from '../../templates/report/style/parts.css?raw';
import sections from '../../templates/report/style/sections.css?raw';
import narrow from '../../templates/report/style/narrow.css?raw';
import paper from '../../templates/report/style/print.css?raw';

/** The style of a report; later parts say it again for narrow screens and for paper. */
export const style = [base, frame, summary, parts, sections, narrow, paper].join('\n');
