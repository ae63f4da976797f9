<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Reception | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>Reception</h1>
<p>Our receptionists Jean and Denise will be pleased to help. Lines are busiest first thing on Mondays, so please ring after 10.30 am if you can.</p>
<p><strong>Tel:</strong> 01632 960900</p>
<p><strong>Address:</strong> The Old Dispensary, Fore Street, Hawsdale HW3 5EG</p>
<h2>Message to reception</h2>
<p>Not for urgent matters, prescriptions or sick notes.</p>
<form action="/reception.php" method="post"><p>Your name <input type="text" name="nm" maxlength="40"></p><p>Email <input type="text" name="em" maxlength="50" pattern="[A-Za-z0-9._]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[a-z]{2,3}"></p><p>Message <textarea name="ms"></textarea></p><p><input type="submit" value="Send to reception"></p></form>
<ul>
<li><a href="http://www.hawsdaleccg.nhs.uk/complaints.php">Comments, suggestions and complaints</a></li>
<li><a href="/advice-line.php">Patient advice line</a></li>
</ul>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>