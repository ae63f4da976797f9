<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Opening Times | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>Opening Times</h1>
<table>
<tr><td>Monday to Thursday</td><td>8.30 am - 5.30 pm</td></tr>
<tr><td>Friday</td><td>8.30 am - 4.00 pm</td></tr>
<tr><td>Saturday and Sunday</td><td>Closed</td></tr>
</table>
<h2>Open board</h2>
<p>Our Governing Body holds its meetings in the waiting room and any patient may sit in. There is no appointment system: take a chair and listen quietly, as we cannot take questions on the day. There is no telephone or video link.</p>
<table>
<tr><td>Thursday 3 December 2026</td><td>6.30 pm</td></tr>
<tr><td>Thursday 4 February 2027</td><td>6.30 pm</td></tr>
<tr><td>Thursday 1 April 2027</td><td>6.30 pm</td></tr>
</table>
<p>The papers can be read at the desk on the evening.</p>
<h2>Bank holidays</h2>
<p>We shall be closed on Friday 25 December and Monday 28 December 2026.</p>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>