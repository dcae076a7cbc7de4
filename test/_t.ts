import { startAnswers } from '../src/answers/start.ts';
import { writeAnswers } from '../src/answers/write.ts';
import { parseAnswers } from '../src/answers/parse.ts';
const a = startAnswers({name:'legacy-app'});
const t0=performance.now();const t = writeAnswers(a);console.log(performance.now()-t0);const t1=performance.now();writeAnswers(a);console.log(performance.now()-t1);
console.log(t);
const r=parseAnswers(t);console.log('findings' in r? r.findings : JSON.stringify(r.answers)===JSON.stringify(a), 'answers' in r && writeAnswers(r.answers)===t);
