"""What contacts are for: the words and mailboxes that tell, in the order they are asked."""

from audit.offices import OFFICES, Purpose

PURPOSES = (
    Purpose(
        label="foi",
        words=(
            r"\bfreedom of information\b",
            r"\bfoi(a)?\b",
            r"\binformation (requests?|access|rights)\b",
            r"\brequests? (for|under)\b",
            r"\benvironmental information\b",
        ),
        mailboxes=(
            r"foi",
            r"freedom",
            r"inforequest",
            r"disclosures?\b",
            r"informationrequest",
            r"information\.?(request|access|rights|governance|desk)",
            r"requests?\b",
        ),
    ),
    Purpose(
        label="privacy",
        words=(
            r"\bdata protection\b",
            r"\binformation governance( team| lead| manager| officer)?\b",
            r"\bdpo\b",
            r"\bsubject access\b",
            r"\bprivacy\b",
            r"\bcaldicott\b",
            r"\bpersonal data\b",
        ),
        mailboxes=(
            r"dpo",
            r"dataprotection",
            r"privacy",
            r"\bsar\b",
            r"\big\b",
        ),
    ),
    Purpose(
        label="complaints",
        words=(
            r"\bcomplain(t|ts|ing)?\b",
            r"\bcompliments?\b",
            r"\bpatient relations\b",
            r"\bconcerns?\b",
            r"\b(un|not |dis)(happy|satisfied)\b",
            r"\b(cross|upset|annoyed|angry) (about|with|at|over)\b",
            r"\blet (you|us|people) down\b",
            r"\bputting (it|things|that|matters) right\b",
            r"\b(go|gone|went|goes) wrong\b",
        ),
        mailboxes=(
            r"complain",
            r"putting\.?(it|things)?\.?right",
            r"resolution",
            r"compliment",
            r"feedback",
            r"patient\.?relations",
            r"concerns",
        ),
    ),
    Purpose(
        label="pals",
        words=(
            (
                r"(^|\(|/ ?|'s |\b(the|our|to|contact|hospital|trust|and|or|call|ring|for|with|"
                r"a|its|via|by|nhs|of|through|own) )pals\b"
            ),
            r"\bpatient advice\b",
            r"\bpatient (services|experience service)\b",
            r"\badvice and liaison\b",
        ),
        mailboxes=(
            r"\bpals",
            r"pals\b",
            r"patient\.?(advice|services|experience)",
        ),
    ),
    Purpose(
        label="press",
        words=(
            r"\bpress\b",
            r"\bmedia\b",
            r"\bjournalists?\b",
            r"\breporters?\b",
            r"\bnewsdesk\b",
        ),
        mailboxes=(
            r"press",
            r"media",
            r"newsdesk",
        ),
    ),
    Purpose(
        label="safeguarding",
        words=(
            r"\bsafeguarding\b",
            r"\bwhistleblow",
            r"\bcounter.?fraud\b",
            r"\bfraud\b",
            r"\bspeak up\b",
            r"\b(clinical|research) governance( team| lead| manager| officer)?\b",
        ),
        mailboxes=(
            r"safeguard",
            r"fraud",
            r"speakup",
        ),
    ),
    Purpose(
        label="jobs",
        words=(
            r"\b(jobs?|careers?|work experience|(apprentic|vacanc|recruit)\w+|apply for)\b",
            r"\bto apply\b",
            r"\b(about|discuss(ing)?) (the|this) (post|role|job|vacancy|position)\b",
            r"\binformal (chat|talk|discussion|conversation|word)\b",
        ),
        mailboxes=(
            r"recruit",
            r"jobs",
            r"careers",
            r"training|courses?@",
            r"\bhr\b",
        ),
    ),
    Purpose(
        label="website",
        words=(
            r"\b(web ?site|site|page|design)(ed|s)?( and [a-z]+)?( \w+)? by\b",
            r"\bweb ?(team|master|design|editor)\b",
            r"\bbroken link\b",
            r"\b(web ?)?site (problems?|faults?|errors?|trouble)\b",
            r"\b(built|made|designed|hosts?|maintains?) (this|the|our) (web ?)?site\b",
            r"\b(IT|computer|technical|log-?in|password) (problems?|faults?|support|help)\b",
            r"\babout (this|the) (web ?)?site\b",
            r"\bdesign(ed)? (by|agency|studio)\b",
        ),
        mailboxes=(
            r"web(team|master|editor|design|site|content)?\b",
            r"\b(it)?(service|help)-?desk",
            r"\bit\.?(help|support|service)",
            r"studio",
            r"digital",
            r"^hello@.*(design|digital|studio|web|media)",
            r"support@.*(design|digital|studio|web)",
        ),
    ),
    Purpose(
        label="service",
        words=(),
        mailboxes=(
            r"^(revenues?|benefits|depot|council\.?tax|housing|planning|licensing|parking)\b",
            r"^(waste|bins|recycling|refuse|streets?|highways|registrars?|elections?|rates)\b",
            r"^(building\.?control|environmental\.?health|burials|allotments|libraries)\b",
            r"^(continuing\.?care|medicines|prescribing|referrals?)\b",
        ),
    ),
    *OFFICES,
    Purpose(
        label="newsletter",
        words=(
            r"\bnewsletter\b",
            r"\bbulletin\b",
            r"\bmailing list\b",
            r"\bsubscri",
            r"\bmagazine\b",
        ),
        mailboxes=(
            r"newsletter",
            r"bulletin",
            r"subscri",
            r"magazine",
            r"mailinglist",
        ),
    ),
    Purpose(
        label="access",
        words=(
            r"\blarge print\b",
            r"\beasy read\b",
            r"\bother (formats|languages)\b",
            r"\binterpreter\b",
            r"\btranslat",
            r"\baccess needs\b",
            r"\baccessibility\b",
            r"\bbraille\b",
        ),
        mailboxes=(
            r"accessib",
            r"interpret",
        ),
    ),
    Purpose(
        label="fax",
        words=(
            r"\bfax\b",
            r"\bfacsimile\b",
        ),
    ),
)
