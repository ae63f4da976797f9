<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The Waiting Room | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>The Waiting Room</h1>
<p>Something to read while you wait.</p>
<ul>
<li><a href="http://www.hawsdaleccg.nhs.uk/leaflets/waiting-room-autumn-2026.pdf">Autumn 2026</a></li>
<li><a href="/leaflets/waiting-room-summer-2026.pdf">Summer 2026</a></li>
</ul>
<form action="/waiting-room.php" method="post"><p>To have it sent to you, put your email here: <input type="text" name="e"> <input type="submit" value="Add me"></p></form>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>