function sz(n){document.body.style.fontSize=(70+n*15)+"%";}
