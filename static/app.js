/* Makes pages quicker to use; every page works without it.
   data-live="url"   on a GET form: on change, fetch url?fields and put the parts it answers into the page
                     (data-only="a b" sends these fields only; then any form may carry it)
   data-send         on a POST form: submit by fetch; a redirect is followed, to the same page in place
   data-check="css"  on a submit button: ticks the matching boxes of its form, sends nothing
   data-part         on an element with an id: replaced by its namesake in an answer (whole page or part);
                     data-say in an answer is announced, data-focus in a part receives focus
   table.wk          slot table: arrows move in two dimensions, Shift+arrows change len, mouse drag marks a range */
(function(){
'use strict';
var D=document;
if(!window.fetch||!window.AbortController||!D.body.replaceWith)return;
var same={createHTML:function(s){return s}},policy=window.trustedTypes?trustedTypes.createPolicy('ui',same):same;
function all(sel,el){return [].slice.call((el||D).querySelectorAll(sel))}
function say(text){
  var box=D.getElementById('say');if(!box||!text)return;
  box.textContent='';setTimeout(function(){box.textContent=text},100);
}
function focusOn(el){if(el)el.focus({preventScroll:true});return !!el&&D.activeElement===el}
/* Put each element of the answer in place of the one with its id; keep focus where the reader was. */
function put(html){
  var doc=new DOMParser().parseFromString(policy.createHTML(html),'text/html'),
    from=D.activeElement,id=from&&from.id,name=from&&from.name,peers=name?all('[name="'+name+'"]'):[],at=peers.indexOf(from),count=0,
    word=doc.querySelector('[data-say]'),text=word&&word.getAttribute('data-say');
  all('[data-part]',doc).forEach(function(el){
    var old=D.getElementById(el.id);if(old){old.replaceWith(el);count++}
  });
  if(!count)return 0;
  var wish=D.querySelector('[data-part] [data-focus]');
  if(wish){wish.scrollIntoView();focusOn(wish)}
  else if(!from||from===D.body||!D.contains(from)||from.disabled){
    peers=name?all('[name="'+name+'"]'):[];
    focusOn(id&&D.getElementById(id))||focusOn(peers[Math.min(at,peers.length-1)])||focusOn(D.getElementById('main'));
  }
  say(text);paint();
  return count;
}
function get(url,opt){
  opt.headers={'X-Fragment':'1'};opt.credentials='same-origin';
  return fetch(url,opt);
}
function html(r){return (r.headers.get('content-type')||'').indexOf('text/html')===0}
function fields(form,only){
  var q=new URLSearchParams();
  new FormData(form).forEach(function(v,k){if(typeof v==='string'&&k!=='csrf'&&(only?only.indexOf(k)>=0:v!==''))q.append(k,v)});
  return q.toString();
}
var flight,timer;
function live(form){
  var only=form.getAttribute('data-only'),gets=form.method==='get';
  if(!gets&&!only)return;
  clearTimeout(timer);if(flight)flight.abort();
  timer=setTimeout(function(){
    var me=flight=new AbortController(),q=fields(form,only&&only.split(' ')),panel=D.getElementById('panel')||form;
    panel.classList.add('busy');
    get(form.getAttribute('data-live')+'?'+q,{signal:me.signal}).then(function(r){
      if(r.redirected||!r.ok||!html(r))throw r;return r.text();
    }).then(put).catch(function(){}).then(function(){if(me===flight)all('.busy').forEach(function(el){el.classList.remove('busy')})});
    if(gets)try{history.replaceState(null,'',(form.getAttribute('action')||location.pathname)+'?'+q)}catch(e){}
  },200);
}
D.addEventListener('change',function(e){var f=e.target.form;if(f&&f.hasAttribute('data-live'))live(f)});
D.addEventListener('submit',function(e){
  var form=e.target,by=e.submitter;if(e.defaultPrevented||!by)return;
  var tick=by.getAttribute('data-check');
  if(tick){e.preventDefault();all(tick,form).forEach(function(box){if(!box.disabled)box.checked=true});say(by.getAttribute('data-say'));return}
  if(!form.hasAttribute('data-send')||by.hasAttribute('data-plain'))return;
  e.preventDefault();if(form.hasAttribute('data-busy'))return;
  var body=new URLSearchParams(new FormData(form)),url=by.getAttribute('formaction')||form.getAttribute('action')||location.href;
  if(by.name)body.append(by.name,by.value);
  form.setAttribute('data-busy','');
  get(url,{method:'POST',body:body}).then(function(r){
    if(r.redirected&&r.url.split('?')[0]!==location.href.split(/[?#]/)[0])return location.assign(r.url);
    if(!html(r))throw r;
    return r.text().then(function(t){if(!put(t)){if(r.ok)location.reload();else throw r}});
  }).catch(function(){by.setAttribute('data-plain','');by.disabled=false;by.click()}).then(function(){form.removeAttribute('data-busy')});
});
/* Error summary: focus it, and let its links reach the field with its label in view. */
setTimeout(function(){if(D.activeElement===D.body)focusOn(D.querySelector('.sum'))},600);
D.addEventListener('click',function(e){
  var a=e.target.closest&&e.target.closest('.sum a[href^="#"]'),to=a&&D.getElementById(a.getAttribute('href').slice(1));
  if(to){e.preventDefault();(to.closest('.f,fieldset')||to).scrollIntoView();focusOn(to)}
});
/* Slot table. data-unit: worth of one cell in the measure of len. data-axis: none = a range stays in its column;
   "flow" = it runs on at the top of the next column (data-rows cells each); "week" = it runs along the rows.
   Each radio carries data-d (column) and data-h (row), both counted from 0 without gaps. */
var table=D.querySelector('.wk'),first=table&&table.querySelector('input[type=radio]'),form=first&&first.form,len=form&&form.elements.len;
function num(el,key){return +el.getAttribute('data-'+key)}
function order(c,row){
  var axis=table.getAttribute('data-axis'),d=num(c,'d'),h=row==null?num(c,'h'):row;
  return axis==='week'?h*7+d:d*(axis==='flow'?num(table,'rows'):1000)+h;
}
function radios(){return all('input[type=radio]',table)}
function byOrder(){var map={};radios().forEach(function(c){map[order(c)]=c});return map}
function paint(){
  if(!len||!D.contains(table))return;
  all('.run',table).forEach(function(s){s.classList.remove('run')});
  var c=table.querySelector('input:checked'),map=byOrder(),n=len.value/(num(table,'unit')||1),i=c&&order(c)+1;
  if(c)for(var end=i+n-1;i<end&&map[i];i++)map[i].parentNode.classList.add('run');
}
function range(a,b){
  var map=byOrder(),flat=!table.getAttribute('data-axis'),from=order(a),to=flat?order(a,num(b,'h')):order(b),step=to<from?-1:1,i=from,best=0;
  while(i!==to&&map[i+step])i+=step;
  var want=(Math.abs(i-from)+1)*(num(table,'unit')||1);
  [].forEach.call(len.options,function(o,k){if(+o.value<=want)best=k});
  len.selectedIndex=best;
  map[Math.min(i,from)].checked=true;paint();
}
if(!len)return;
var anchor=null,drag=false;
table.addEventListener('pointerdown',function(e){
  var s=e.target.closest('.slot');drag=false;
  anchor=s&&e.pointerType==='mouse'&&!e.button?s.querySelector('input'):null;
});
table.addEventListener('pointerover',function(e){
  var s=anchor&&(e.buttons&1)&&e.target.closest('.slot'),c=s&&s.querySelector('input');
  if(!c||(c===anchor&&!drag))return;
  drag=true;table.classList.add('drag');range(anchor,c);
});
D.addEventListener('pointerup',function(){
  anchor=null;if(!drag)return;
  table.classList.remove('drag');focusOn(table.querySelector('input:checked'));live(form);
  setTimeout(function(){drag=false},0);
});
table.addEventListener('click',function(e){if(drag)e.preventDefault()},true);
table.addEventListener('keydown',function(e){
  var c=e.target,k=e.key.replace('Arrow',''),go={Down:[0,1],Up:[0,-1],Right:[1,0],Left:[-1,0]}[k],to=null;
  if(c.type!=='radio'||!go||e.ctrlKey||e.altKey||e.metaKey)return;
  e.preventDefault();
  if(e.shiftKey){
    var i=len.selectedIndex+go[0]+go[1];
    if(!len.options[i])return;
    len.selectedIndex=i;c.checked=true;say(len.options[i].text);
  }else{
    var week=table.getAttribute('data-axis')==='week',d=num(c,'d'),h=num(c,'h'),far=1e9;
    radios().forEach(function(x){
      var dx=num(x,'d')-d,dy=num(x,'h')-h,away=week&&go[0]?(order(x)-order(c))*go[0]:go[0]?dx*go[0]*1000+Math.abs(dy):dx?-1:dy*go[1];
      if(x!==c&&away>0&&away<far&&!(go[0]&&!week&&dx*go[0]<1)){far=away;to=x}
    });
    if(!to)return;
    to.checked=true;to.focus();
  }
  paint();live(form);
});
form.addEventListener('change',paint);
paint();
})();
