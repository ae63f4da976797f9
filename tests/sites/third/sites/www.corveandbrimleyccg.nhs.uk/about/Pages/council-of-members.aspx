<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html dir="ltr" lang="en-GB"><head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" />
<title>
	Council of Members | NHS Corve and Brimley CCG
</title></head>
<body class="v4master"><form name="aspnetForm" method="post" action="council-of-members.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMGRk" />
<div id="s4-ribbonrow" style="display:none"></div>
<table width="980" align="center" cellspacing="0"><tr><td colspan="2"><a href="/Pages/default.aspx"><img src="/SiteCollectionImages/nhs-cb.gif" alt="NHS Corve and Brimley Clinical Commissioning Group" border="0"></a></td><td align="right"><a href="javascript:size(1)">A</a> <a href="javascript:size(2)">A+</a> <a href="javascript:size(3)">A++</a></td></tr>
<tr><td class="ms-topnav" nowrap><a href="/Pages/default.aspx">Home</a></td><td class="ms-topnav" nowrap><a href="/about/Pages/default.aspx">About us</a></td><td class="ms-topnav" nowrap><a href="/about/Pages/meetings.aspx">Meetings</a></td><td class="ms-topnav" nowrap><a href="/involved/Pages/default.aspx">Getting involved</a></td><td class="ms-topnav" nowrap><a href="/column/Pages/default.aspx">From the surgery door</a></td><td class="ms-topnav" nowrap><a href="/news/Pages/default.aspx">News</a></td><td class="ms-topnav" nowrap><a href="/services/Pages/urgent-care.aspx">Local services</a></td><td class="ms-topnav" nowrap><a href="/practices/Pages/bulletin.aspx">For practices</a></td><td class="ms-topnav" nowrap><a href="/contact/Pages/default.aspx">Contact</a></td></tr></table>
<table width="980" align="center"><tr><td valign="top" width="190"><div class="ms-quicklaunch"><ul class="root static"><li class="static"><a class="static menu-item" href="/about/Pages/governing-body.aspx"><span class="menu-item-text">Governing Body</span></a></li><li class="static"><a class="static menu-item" href="/about/Pages/council-of-members.aspx"><span class="menu-item-text">Council of Members</span></a></li><li class="static"><a class="static menu-item" href="/about/Pages/meetings.aspx"><span class="menu-item-text">Meetings</span></a></li><li class="static"><a class="static menu-item" href="/about/Pages/papers.aspx"><span class="menu-item-text">Agendas and minutes</span></a></li><li class="static"><a class="static menu-item" href="/about/Pages/conflicts.aspx"><span class="menu-item-text">Conflicts of interest</span></a></li><li class="static"><a class="static menu-item" href="/about/Pages/what-we-spend.aspx"><span class="menu-item-text">What we spend</span></a></li></ul></div></td>
<td valign="top"><h1 class="ms-rteElement-H1">Council of Members</h1><div id="ctl00_PlaceHolderMain_RichHtmlField" class="ms-rtestate-field" style="display:inline">
<p>Each practice appoints a clinician to represent it on the Council of Members. The Council is the body of practices: it is not the Governing Body, and meets in private twice a year.</p>
<table border="1" cellspacing="0" cellpadding="3"><tr><th>Practice<th>Representative
<tr><td>Lud Valley Medical Practice<td>Dr Sunita Varley
<tr><td>Sheep Street Surgery<td>Dr Owen Kettlewell
<tr><td>The Old Forge, Brimley<td>Dr Harriet Noakes
<tr><td>Hill Parishes Group Practice<td>Dr Tomasz Bielak
<tr><td>Station Road Health Centre<td>Dr Claire Umfreville</table>
<p>Representatives bring the views of their colleagues and patients to the Council, carry news back, and vote on changes to the constitution, on the annual plan and on the election of the Chair. Practices with more than 12,000 patients have two votes. The Local Medical Committee sends an observer.</p>
<p>A summary of what was agreed at each Council goes to all practices in the Thursday bulletin.</p>
</div></td></tr></table>
<table width="980" align="center" class="foot"><tr><td>Ludbridge House, 4 Sheep Street, Corvebridge WV99 4TB<td align="right"><a href="/Pages/accessibility.aspx">Accessibility statement</a> | <a href="/Pages/privacy.aspx">Privacy</a> | Site by <a href="mailto:web@brightmeresoftware.co.uk">Brightmere Software</a></td></tr></table>
</form></body></html>