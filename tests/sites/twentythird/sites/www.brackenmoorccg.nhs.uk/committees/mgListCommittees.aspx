<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>Committees and their proceedings : NHS Brackenmoor CCG</title>
<style>body{font-family:Georgia,serif} .mn{background:#dde}</style></head><body bgcolor="#ffffff">
<table width="960" align="center"><tr><td colspan="2"><img src="/img/crest.gif" alt="NHS Brackenmoor Clinical Commissioning Group"></td></tr>
<tr valign="top"><td width="190"><table><tr><td class="mn"><a href="/index.htm">Front page</a></td></tr><tr><td class="mn"><a href="/constitution.htm">Constitution and Membership</a></td></tr><tr><td class="mn"><a href="/committees/mgListCommittees.aspx">Meetings</a></td></tr><tr><td class="mn"><a href="/notices.htm">Public Notices</a></td></tr><tr><td class="mn"><a href="/services.htm">Services Commissioned</a></td></tr><tr><td class="mn"><a href="/rights.htm">Rights of the Public</a></td></tr><tr><td class="mn"><a href="/office.htm">The Office</a></td></tr></table></td><td>
<h1>Committees and their proceedings</h1>
<table>
<tr><th>Body</th><th>Remit</th><th>Proceedings</th></tr>
<tr><td>Governing Body</td><td>The business of the Group</td><td><a href="/committees/ieListMeetings.aspx?CId=101">Browse</a></td></tr>
<tr><td>Audit Committee</td><td>Internal control. Closed to the public</td><td>Not published</td></tr>
<tr><td>Remuneration Committee</td><td>Terms of service. Closed to the public</td><td>Not published</td></tr>
</table>
<p>See also: <a href="/attendance.htm">Arrangements for the attendance of the public</a> and <a href="/calendar.htm">Calendar of Ordinary Meetings</a>.</p>
</td></tr><tr><td colspan="2"><hr><small>NHS Brackenmoor CCG, Moot Hall, Kirkgate, Stannerby BM1 2QH. <a href="/website-use.htm">Use of this website by persons with disabilities</a> | <a href="/data.htm">Data protection and cookies</a></small></td></tr></table></body></html>