<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head id="head"><title>
	Cookies :: Ezzledene CCG
</title><meta http-equiv="content-type" content="text/html; charset=UTF-8" /><meta http-equiv="pragma" content="no-cache" />
<link href="/CMSPages/GetCSS.aspx?stylesheetname=Ezzledene" type="text/css" rel="stylesheet" />
<style type="text/css">.zoneLeft{float:left;width:20%}.zoneMain{float:left;width:78%}</style></head>
<body class="LTR Safari ENGB ContentBody">
<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTQ5MzY1NDEyNw9kFgICAQ9kFgQCAQ8" /></div>
<script type="text/javascript">
//<![CDATA[
var theForm = document.forms['form'];
function __doPostBack(eventTarget, eventArgument) { if (!theForm.onsubmit || (theForm.onsubmit() != false)) { theForm.__EVENTTARGET.value = eventTarget; theForm.submit(); } }
//]]>
</script>
<div id="CMSHeaderDiv"></div>
<div class="page"><div class="header"><a href="/Home.aspx"><img src="/getmedia/6d1f0c3a/logo.aspx" alt="Ezzledene Clinical Commissioning Group" /></a><div class="fontsize"><a href="javascript:size(1)">A</a> <a href="javascript:size(2)">A+</a></div></div>
<ul id="menuElem" class="CMSListMenuUL"><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Discover.aspx">Discover</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Engage.aspx">Engage</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Media-centre.aspx">Media centre</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Care-near-you.aspx">Care near you</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Support.aspx">Support</a></li></ul>
<div class="CMSBreadCrumbs"><a href="/Home.aspx" class="CMSBreadCrumbsLink">Home</a> &gt; <span class="CMSBreadCrumbsCurrentItem">Cookies</span></div>
<div class="zoneLeft"></div>
<div class="zoneMain"><h1>Cookies</h1><div class="editableText">
<p>We use CMSPreferredCulture and ASP.NET_SessionId, both of which vanish when you shut your browser.</p>
</div></div>
<div style="clear:both"></div>
<div class="footer"><span>Ezzledene CCG, part of the NHS</span> | <a href="/Special/Cookies.aspx">Cookies</a> | <a href="/Special/Data-protection.aspx">Data protection</a> | <a href="/Special/Words-and-languages.aspx">Words and languages</a> | <a href="https://www.facebook.com/NHSEngland">NHS England</a></div></div>
</body></html>