import { chromium } from 'playwright-core';
const base='http://127.0.0.1:8071';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox'] });
const [,, who, ...paths] = process.argv;
const shots = paths.map(p=>p.split('@'));
async function ctx(width, lang){
  const c = await b.newContext({ viewport:{width, height:900}});
  const p = await c.newPage();
  const pre = lang==='en'?'/en':'';
  if (who!=='-'){
    await p.goto(base+pre+'/signin');
    await p.fill('input[name=email]', who); await p.fill('input[name=password]', 'mihon-dake-no-aikotoba');
    await p.click('main form button'); await p.waitForTimeout(800);
  }
  return [c,p,pre];
}
for (const [width,lang] of [[1280,'ja'],[390,'en']]){
  const [c,p,pre]=await ctx(width,lang);
  for (const [path,name] of shots){
    await p.goto(base+pre+path); await p.waitForTimeout(300);
    await p.screenshot({path:`/tmp/s-${name}-${width}.png`, fullPage:true});
  }
  await c.close();
}
await b.close();
