"""The queries behind a change post: each answer then and now, and the measured cause of a change.

The old crawl judged again by the new rules stands in the middle. An answer that differs between the
two crawls by the same rules was changed by the site; one that differs on the same crawl, by the
rules. An answer that could not be given on either side is a matter of coverage. A merged body is
compared with the best of those that it was.
"""

# ruff: noqa: S608 - the queries are put together from our own parts alone

LINES = """
with recursive
    pair as (
        select n.id as now, o.id as was, n.checklist, o.finished as was_finished,
            n.crawl = o.crawl as same_crawl,
            n.checklist_digest <> o.checklist_digest as new_checklist,
            n.version <> o.version as new_tool,
            case when n.checklist_digest = o.checklist_digest and n.version = o.version then o.id
            else (
                select m.id from audits as m
                where m.crawl = o.crawl and m.checklist = n.checklist
                    and m.checklist_digest = n.checklist_digest and m.version = n.version
                    and m.judged_on = o.judged_on
                order by m.rowid desc limit 1
            ) end as middle
        from audits as n, audits as o
        where n.id = :audit and o.id = :against
    ),
    asked_now as (select body from scores where audit = :audit and section = 'overall'),
    asked_then as (select body from scores where audit = :against and section = 'overall'),
    heirs(body, heir) as (
        select id, successor from bodies where successor <> ''
        union
        select h.body, b.successor from heirs as h join bodies as b on b.id = h.heir
        where b.successor <> ''
    ),
    lines(body, was) as (
        select body, body from asked_now where body in (select body from asked_then)
        union all
        select heir, body from heirs
        where body in (select body from asked_then) and body not in (select body from asked_now)
            and heir in (select body from asked_now)
            and heir not in (select body from asked_then)
    )
"""
"""Which body carries on which: several that merged have one heir, and one line each."""

CHANGES = (
    LINES
    + """,
    places(outcome, place) as (
        values ('met', 4), ('unknown', 3), ('not_found', 2), ('not_applicable', 1)
    ),
    latest as (
        select body, criterion, outcome, reviewed, max(reviewed) over (
            partition by body, criterion) as last
        from reviews where status <> 'lapsed'
    ),
    corrected(body, criterion, outcome, reviewed) as (
        select body, criterion, min(outcome), reviewed from latest where reviewed = last
        group by body, criterion
    ),
    cells as (
        select l.body, n.criterion,
            max(op.place) as machine_then, max(mp.place) as middle, np.place as machine_now,
            max(coalesce(orp.place, op.place)) as place_then,
            coalesce(nrp.place, np.place) as place_now
        from pair
        join lines as l
        join findings as n on n.audit = pair.now and n.body = l.body
        join places as np on np.outcome = n.outcome
        join findings as o
            on o.audit = pair.was and o.body = l.was and o.criterion = n.criterion
        join places as op on op.outcome = o.outcome
        left join findings as m
            on m.audit = pair.middle and m.body = l.was and m.criterion = n.criterion
        left join places as mp on mp.outcome = m.outcome
        left join corrected as oc
            on oc.body = l.was and oc.criterion = n.criterion and oc.reviewed <= pair.was_finished
        left join places as orp on orp.outcome = oc.outcome
        left join corrected as nc on nc.body = l.body and nc.criterion = n.criterion
        left join places as nrp on nrp.outcome = nc.outcome
        group by l.body, n.criterion
    ),
    changes_with_cause as (
        select c.body, b.name, c.criterion, q.ask, q.says, q.position,
            t.outcome as before, n.outcome as after,
            case
                when c.place_then = 3 then 'seen'
                when c.place_now = 3 then 'unseen'
                when c.place_now = 4 then 'gained'
                when c.place_then = 4 and c.place_now = 2 then 'lost'
                else 'other'
            end as kind,
            case
                when c.place_then <> c.machine_then or c.place_now <> c.machine_now then 'person'
                when c.place_then = 3 or c.place_now = 3 then 'coverage'
                when c.middle is null then 'unmeasured'
                when c.middle = c.machine_then and pair.same_crawl then 'day'
                when c.middle = c.machine_then then 'site'
                when c.middle <> c.machine_now then 'both'
                when pair.new_checklist and pair.new_tool then 'rules'
                when pair.new_checklist then 'checklist'
                else 'tool'
            end as cause
        from pair
        join cells as c
        join places as t on t.place = c.place_then
        join places as n on n.place = c.place_now
        join bodies as b on b.id = c.body
        join criteria as q on q.checklist = pair.checklist and q.id = c.criterion
        where c.place_then <> c.place_now
    )
"""
)
"""Every answer that differs, as `changes_with_cause`, by :audit and :against."""

CAUSES = {
    "site": "the site changed",
    "checklist": "the checklist changed",
    "tool": "the tool changed",
    "rules": "the checklist and the tool changed",
    "both": "the site and the rules both changed",
    "coverage": "what could be looked at changed",
    "person": "a person corrected the machine",
    "day": "the same pages were judged as of another day",
    "unmeasured": "not measured, because the old crawl was not judged again",
}
"""Why an answer may differ, to follow "because" and to stand in a table."""

OUTCOMES = {
    "met": "yes",
    "not_found": "not found",
    "not_applicable": "does not apply",
    "unknown": "could not tell",
}

PAIR = (
    LINES
    + """
    select pair.*,
        (select count(*) from asked_now) as bodies_now,
        (select count(*) from asked_then) as bodies_then,
        (select count(*) from lines) as followed
    from pair
"""
)
COMPARED = CHANGES + "select count(*) from cells"
CHANGED = CHANGES + "select count(*) from changes_with_cause"
OF_KIND = CHANGES + "select count(*) from changes_with_cause where kind = :kind"
ON_BODIES = CHANGES + "select count(distinct body) from changes_with_cause where kind = :kind"
OF_CAUSE = CHANGES + "select count(*) from changes_with_cause where cause = :cause"
OF_BOTH = CHANGES + "select count(*) from changes_with_cause where kind = :kind and cause = :cause"
BY_CAUSE = (
    CHANGES
    + """
    select cause, count(*), sum(kind = 'gained'), sum(kind = 'lost'),
        sum(kind in ('seen', 'unseen')), sum(kind = 'other')
    from changes_with_cause group by cause order by count(*) desc, cause
"""
)
LISTED = (
    CHANGES
    + """
    select name, ask, before, after, cause, body, criterion, says from changes_with_cause
    where kind = :kind order by position, name, body
"""
)
OF_CRITERION = (
    CHANGES
    + "select count(*) from changes_with_cause where kind = :kind and criterion = :criterion"
)
HIDDEN = CHANGES + (
    "select count(*) from cells where place_then = place_now and middle <> machine_now "
    "and machine_then = machine_now"
)
"""Answers that the rules and the site changed in opposite directions, so that nothing shows."""

MOVES = (
    LINES
    + """,
    single(body, was) as (select body, min(was) from lines group by body having count(*) = 1)
    select b.name, o.rank as rank_then, n.rank as rank_now, o.score as score_then,
        n.score as score_now, round(n.score - o.score, 1) as points,
        round(m.score - o.score, 1) as by_rules, round(n.score - m.score, 1) as by_visit, l.body
    from pair
    join single as l
    join bodies as b on b.id = l.body
    join league_table as o on o.audit = pair.was and o.body = l.was
    join league_table as n on n.audit = pair.now and n.body = l.body
    left join scores as m
        on m.audit = pair.middle and m.body = l.was and m.section = 'overall'
    where o.score is not n.score or o.rank is not n.rank
    order by points is null, points desc, n.rank, b.name, l.body
"""
)
MOVE = "select points, rank_then, rank_now from (" + MOVES + ") where body = :body"
NEW = (
    LINES
    + """
    select b.name, b.id from asked_now as a join bodies as b on b.id = a.body
    where a.body not in (select body from lines) order by b.name, b.id
"""
)
MERGED = (
    LINES
    + """
    select o.name, h.name, h.id from lines as l
    join bodies as o on o.id = l.was join bodies as h on h.id = l.body
    where l.body <> l.was order by h.name, h.id, o.name, o.id
"""
)
GONE = (
    LINES
    + """
    select b.name, coalesce((
            select s.name from heirs as h join bodies as s on s.id = h.heir
            where h.body = b.id and h.heir in (select body from asked_now)
            order by s.name limit 1
        ), '') as heir,
        b.successor, b.id
    from asked_then as a join bodies as b on b.id = a.body
    where a.body not in (select body from asked_now)
        and a.body not in (select was from lines)
    order by b.name, b.id
"""
)
QUESTIONS = """
    select q.ask, 'new' as state, q.position from criteria as q
    where q.checklist = (select checklist from audits where id = :audit)
        and exists (select 1 from findings where audit = :audit and criterion = q.id)
        and not exists (select 1 from findings where audit = :against and criterion = q.id)
    union all
    select q.ask, 'dropped', q.position from criteria as q
    where q.checklist = (select checklist from audits where id = :audit)
        and exists (select 1 from findings where audit = :against and criterion = q.id)
        and not exists (select 1 from findings where audit = :audit and criterion = q.id)
    order by 2 desc, 3
"""
