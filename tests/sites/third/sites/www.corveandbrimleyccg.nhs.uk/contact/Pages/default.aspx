<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html dir="ltr" lang="en-GB"><head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" />
<title>
	Contact us | NHS Corve and Brimley CCG
</title></head>
<body class="v4master"><form name="aspnetForm" method="post" action="default.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMGRk" />
<div id="s4-ribbonrow" style="display:none"></div>
<table width="980" align="center" cellspacing="0"><tr><td colspan="2"><a href="/Pages/default.aspx"><img src="/SiteCollectionImages/nhs-cb.gif" alt="NHS Corve and Brimley Clinical Commissioning Group" border="0"></a></td><td align="right"><a href="javascript:size(1)">A</a> <a href="javascript:size(2)">A+</a> <a href="javascript:size(3)">A++</a></td></tr>
<tr><td class="ms-topnav" nowrap><a href="/Pages/default.aspx">Home</a></td><td class="ms-topnav" nowrap><a href="/about/Pages/default.aspx">About us</a></td><td class="ms-topnav" nowrap><a href="/about/Pages/meetings.aspx">Meetings</a></td><td class="ms-topnav" nowrap><a href="/involved/Pages/default.aspx">Getting involved</a></td><td class="ms-topnav" nowrap><a href="/column/Pages/default.aspx">From the surgery door</a></td><td class="ms-topnav" nowrap><a href="/news/Pages/default.aspx">News</a></td><td class="ms-topnav" nowrap><a href="/services/Pages/urgent-care.aspx">Local services</a></td><td class="ms-topnav" nowrap><a href="/practices/Pages/bulletin.aspx">For practices</a></td><td class="ms-topnav" nowrap><a href="/contact/Pages/default.aspx">Contact</a></td></tr></table>
<table width="980" align="center"><tr><td valign="top" width="190"><div class="ms-quicklaunch"><ul class="root static"><li class="static"><a class="static menu-item" href="/contact/Pages/complaints.aspx"><span class="menu-item-text">Complaints and advice</span></a></li><li class="static"><a class="static menu-item" href="/contact/Pages/foi.aspx"><span class="menu-item-text">Freedom of information</span></a></li><li class="static"><a class="static menu-item" href="/contact/Pages/foi-answers.aspx"><span class="menu-item-text">What others have asked</span></a></li><li class="static"><a class="static menu-item" href="/contact/Pages/stay-connected.aspx"><span class="menu-item-text">Find us online</span></a></li></ul></div></td>
<td valign="top"><h1 class="ms-rteElement-H1">Contact us</h1><div id="ctl00_PlaceHolderMain_RichHtmlField" class="ms-rtestate-field" style="display:inline">
<p>Calls to the CCG are taken by the reception desk of <b>Midmarch Commissioning Support Unit</b>, who will pass on your message: ring the support unit's switchboard on 0121 496 0330 and ask for Corve and Brimley.</p>
<p>Letters should be addressed to NHS Corve and Brimley CCG, Ludbridge House, 4 Sheep Street, Corvebridge WV99 4TB.</p>
<h3>Send us a message</h3>
<div class="cform"><label for="n">Your name</label> <input type="text" name="n" id="n" maxlength="80"><br>
<label for="e">Your email address</label> <input type="email" name="e" id="e" maxlength="120" required><br>
<label for="m">Message</label> <textarea name="m" id="m" rows="6" cols="50"></textarea><br><input type="submit" value="Send message"></div>
<p>We read messages on working days and aim to reply within five of them. Please do not send us details of your illness, because this form is not private enough for that. We cannot book appointments.</p>
<p>Reporters: <a href="mailto:press@corveandbrimleyccg.nhs.uk">press@corveandbrimleyccg.nhs.uk</a><br>Complaints: <a href="/contact/Pages/complaints.aspx">how to complain</a><br>We are also on <a href="/contact/Pages/stay-connected.aspx">social networks</a>.</p>
</div></td></tr></table>
<table width="980" align="center" class="foot"><tr><td>Ludbridge House, 4 Sheep Street, Corvebridge WV99 4TB<td align="right"><a href="/Pages/accessibility.aspx">Accessibility statement</a> | <a href="/Pages/privacy.aspx">Privacy</a> | Site by <a href="mailto:web@brightmeresoftware.co.uk">Brightmere Software</a></td></tr></table>
</form></body></html>