<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head id="head"><title>
	Decisions :: Ezzledene CCG
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
<ul id="menuElem" class="CMSListMenuUL"><li class="CMSListMenuLI Highlighted"><a class="CMSListMenuLink" href="/Discover.aspx">Discover</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Engage.aspx">Engage</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Media-centre.aspx">Media centre</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Care-near-you.aspx">Care near you</a></li><li class="CMSListMenuLI"><a class="CMSListMenuLink" href="/Support.aspx">Support</a></li></ul>
<div class="CMSBreadCrumbs"><a href="/Home.aspx" class="CMSBreadCrumbsLink">Home</a> &gt; <a href="/Discover.aspx" class="CMSBreadCrumbsLink">Discover</a> &gt; <span class="CMSBreadCrumbsCurrentItem">Decisions</span></div>
<div class="zoneLeft"><div class="leftTree"><h2>Discover</h2><table cellpadding="0"><tr><td class="CMSTreeMenuItem"><a href="/Discover/Our-leaders.aspx"><span>Our leaders</span></a></td></tr><tr><td class="CMSTreeMenuItem"><a href="/Discover/Decisions.aspx"><span>Decisions</span></a></td></tr><tr><td class="CMSTreeMenuItem"><a href="/Discover/Decisions/Declarations.aspx"><span>Declarations</span></a></td></tr><tr><td class="CMSTreeMenuItem"><a href="/Discover/Plans-and-reports.aspx"><span>Plans and reports</span></a></td></tr></table></div></div>
<div class="zoneMain"><h1>Decisions</h1><div class="editableText">
<p>Board sittings are open to anyone. The public gallery has thirty seats and opens at 1.45pm.</p>
<ul>
<li>Thursday 26 November 2026, 2pm, Fig Street Town Hall</li>
<li>Thursday 28 January 2027, 2pm, Fig Street Town Hall</li>
</ul>
<p><strong>Speak up.</strong> Slips lie on the table by the door. Put your question on one and pass it to the usher before the clock strikes two; the chair takes them in the order in which they came, three minutes each.</p>
<p><strong>Reading matter.</strong> Reports for each sitting will be put here five days beforehand from next April. For now, copies are handed out in the gallery.</p>
<p><strong>Cameras.</strong> We do not broadcast. The gallery is the only way to follow a sitting as it happens.</p>
<p><strong>Listen again.</strong> Sound is taped and kept for a year:</p>
<ul>
<li><a href="http://www.ezzledeneccg.nhs.uk/getmedia/snd/board-2026-09-24.mp3">24 September 2026 (MP3, 61 MB)</a></li>
<li><a href="/getmedia/snd/board-2026-07-23.mp3">23 July 2026 (MP3, 58 MB)</a></li>
</ul>
<p>See also <a href="/Discover/Decisions/Declarations.aspx">declarations</a>.</p>
</div></div>
<div style="clear:both"></div>
<div class="footer"><span>Ezzledene CCG, part of the NHS</span> | <a href="/Special/Cookies.aspx">Cookies</a> | <a href="/Special/Data-protection.aspx">Data protection</a> | <a href="/Special/Words-and-languages.aspx">Words and languages</a> | <a href="https://www.facebook.com/NHSEngland">NHS England</a></div></div>
</body></html>