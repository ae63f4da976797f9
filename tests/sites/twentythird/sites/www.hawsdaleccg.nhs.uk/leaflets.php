<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Policies &amp; Leaflets | NHS Hawsdale Clinical Commissioning Group</title><link rel="stylesheet" href="/skins/surgery7/skin.css"></head><body>
<div id="alert">Please do not come in if you have diarrhoea or vomiting. Speak to a pharmacist or ring 111.</div>
<div id="banner"><a href="/">NHS Hawsdale Clinical Commissioning Group</a><span class="tel">Tel: 01632 960900</span></div><div id="tabs"><a class="tab" href="/reception.php">Reception</a><a class="tab" href="/opening-times.php">Opening Times</a><a class="tab" href="/practices.php">Our Doctors&#x27; Practices</a><a class="tab" href="/clinics.php">Clinics &amp; Services</a><a class="tab" href="/patient-group.php">Patient Group</a><a class="tab" href="/noticeboard.php">Noticeboard</a><a class="tab" href="/leaflets.php">Policies &amp; Leaflets</a></div>
<div id="content"><h1>Policies &amp; Leaflets</h1>
<ul>
<li><a href="http://www.hawsdaleccg.nhs.uk/complaints.php">Complaints</a></li>
<li><a href="/advice-line.php">Patient advice line</a></li>
<li><a href="/information.php">Requests for information</a></li>
<li><a href="http://www.hawsdaleccg.nhs.uk/privacy.php">Confidentiality</a></li>
<li><a href="/access.php">Disabled access</a></li>
<li><a href="/zero-tolerance.php">Zero tolerance</a></li>
<li><a href="http://www.hawsdaleccg.nhs.uk/interpreters.php">Large print and interpreters</a></li>
</ul>
<h2>At the desk</h2>
<p>Please ask reception if you would like to look at our Register of Interests, which lists what each Governing Body member has declared. It can be read here during opening times.</p>
</div><div id="foot">NHS Hawsdale CCG, The Old Dispensary, Fore Street, Hawsdale HW3 5EG &middot; <a href="/privacy.php">Confidentiality</a> &middot; <a href="/access.php">Disabled access</a> &middot; Site by <a href="https://www.surgerypages.example/">SurgeryPages</a></div></body></html>