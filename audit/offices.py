"""What a contact may be for, and the words and mailboxes that tell of the body's own offices."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """One thing a contact may be for: patterns over words beside it and over its mailbox."""

    label: str
    words: tuple[str, ...]
    mailboxes: tuple[str, ...] = ()


OFFICES = (
    Purpose(
        label="board",
        words=(
            (
                r"\b(board|governing body|committee|corporate|company|council|democratic) "
                r"(secretar\w+|services|office|officer|support|governance|business|administrator)\b"
            ),
            r"\bcorporate (governance|affairs|services|office|business|secretar\w+)\b",
            r"\bgovernance (team|office|manager|officer|lead|support)\b",
            r"\bsecretar(y|iat)\b",
            r"\bclerk\b",
            r"\bcommittee (clerk|manager|team)\b",
            r"\bdemocratic (services|support)\b",
            (
                r"\b(meetings?|committees?|board) (team|office|administrator|officer|secretary|"
                r"coordinator|organiser|support|clerk)\b|\b(officer|secretary|assistant|"
                r"administrator|coordinator|manager) (to|for) (the |our )?(board|governing "
                r"(body|council)|council|committee)\b"
            ),
            (
                r"\b(keeps?|runs?|minds?|manages?|handles?|sorts?( out)?|looks? after|takes?|"
                r"types?|sends?( out)?) (the|our|its|their) (\w+ )?(body's |board's |council's )?"
                r"(diary|papers|minutes|agendas?|bundles?)\b|\b(minutes|agendas?|diary|papers) "
                r"(is|are) (kept|taken|run|sent out) by\b|"
                r"\b(agendas?|minutes|papers|dates) (of|for|from) (the |our )?(next )?(board|"
                r"council|governing body|cabinet)\b|\b(before|during|for) (a|the|our|each|any) "
                r"(board|governing body|cabinet) meetings?\b"
            ),
            (
                r"\b(administers?|administering|clerks?|services|organises|arranges|supports?|"
                r"looks? after|runs) (the |our )?(board|governing (body|council)|council|committee)"
                r"('s)?\b"
            ),
            r"\b(board|governing (body|council))('s)? (team|administration|coordinator|inbox|pa)\b",
            r"\b(pa|personal assistant|executive assistant) to the (board|governing body|chair)\b",
            r"\b(head|director) of (corporate )?(governance|affairs|services)\b",
            r"\bcorporate (and|&) \w+ (governance|affairs|services|team)\b",
            (
                r"\b(queries|questions|enquiries|copies|copy|sets?)\b[^.]{0,40}\b(constitution|"
                r"standing orders|(board|governing body|meeting) "
                r"(papers|agendas?|minutes|meetings?))\b"
            ),
            (
                r"\b(information|details|enquir\w+|quer\w+) (about|on|regarding)\b[^.]{0,20}"
                r"\b(board|governing body)('s)? (meetings?|papers)\b"
            ),
            (
                r"\b(attend|observ\w+|come to|book\w*|seat|place)\b[^.]{0,40}\b(board|governing "
                r"(body|council)|cabinet) meetings?\b"
            ),
        ),
        mailboxes=(
            r"governance",
            r"secretar",
            r"corporate",
            r"clerk",
            r"democra",
            r"committee",
            r"board",
            r"govbody",
            r"governing",
            r"\bgb\b",
        ),
    ),
    Purpose(
        label="engagement",
        words=(
            (
                r"\b(patient and public |public and patient |community |public )?"
                r"(engagement|involvement|participation)\b"
            ),
            r"\bpatient experience\b",
            r"\bppi\b",
            r"\bppe\b",
            r"\binsights?( and \w+)? (team|lead|officer|manager)\b",
            r"\b(patients?|public|people'?s|citizens?'?|community) voices?\b",
            r"\bco-?production( and \w+)? (team|officer|lead|manager)\b",
            (
                r"\b(listening|outreach|(community|patient|public|citizen)s?[' ] ?(connect\w+|"
                r"liaison|partnerships?|insight)) (team|officer|lead|manager|worker|desk)\b"
            ),
            r"\b(people|patients?|public) and communit(y|ies)\b",
            r"\bhave your say\b",
            r"\bengag(e|ing) (with )?(our |local |the )?(people|patients|public|communities|you)\b",
            r"\b(how|when) we (consult|engage|involve)\b",
            r"\b(patients|people|residents|communities|public) (are|is|get) (always )?heard\b",
            (
                r"\b(involving (people|patients|the public|you|communities|residents|local)|"
                r"working with (people|communities|you))\b"
            ),
        ),
        mailboxes=(
            r"engage",
            r"involve",
            r"participat",
            r"\bppi\b",
            r"have(your|a)say",
            r"yoursay",
            r"getinvolved",
            r"(^|carers?|users?|care|people|and)[._-]?experience",
            r"communit|peopleand",
            r"(public|patients?|peoples?|citizens?|residents?|local|your)[._-]?voices?\b",
            r"\bvoices?@",
            r"insights?\b",
            r"listen(ing|ers?)?\b|outreach",
            r"co-?produc",
        ),
    ),
    Purpose(
        label="communications",
        words=(r"\bcommunications?( team| office)?\b",),
        mailboxes=(
            r"comms",
            r"communications",
        ),
    ),
)
