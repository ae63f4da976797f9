-- Every number that a post or a page shows. Each view carries the column `audit` (`politeness`:
-- `crawl`); ask for one audit at a time. Percentages have one decimal. A body of which nothing
-- could be decided has no score and no rank, and is never counted as a failure.

-- The audit that a reader means who names none: not one that was made only to compare.
create view newest as
select id as audit, crawl, checklist
from audits
where status = 'done'
order by started desc, rowid desc
limit 1;

-- Each body's place. rank_best and rank_worst bound it over all unknowns: best if its own were
-- all met and everyone else's not found, worst the other way round.
create view league_table as
select
    s.audit,
    case when s.score is not null then 1 + (
        select count(*) from scores as o
        where o.audit = s.audit and o.section = 'overall' and o.score > s.score
    ) end as rank,
    case when s.score is not null then 1 + (
        select count(*) from scores as o
        where o.audit = s.audit and o.section = 'overall' and o.score is not null
            and round(100.0 * o.weight_met / o.weight_all, 1) > round(
                100.0 * (s.weight_met + s.weight_all - s.weight_decided) / s.weight_all, 1
            )
    ) end as rank_best,
    case when s.score is not null then (
        select count(*) from scores as o
        where o.audit = s.audit and o.section = 'overall' and o.score is not null
            and round(100.0 * (o.weight_met + o.weight_all - o.weight_decided) / o.weight_all, 1)
                > round(100.0 * s.weight_met / s.weight_all, 1)
    ) + (
        -- The body itself is among those counted where it has unknowns that show.
        round(100.0 * (s.weight_met + s.weight_all - s.weight_decided) / s.weight_all, 1)
            <= round(100.0 * s.weight_met / s.weight_all, 1)
    ) end as rank_worst,
    s.body, b.name, b.kind, b.region, b.website,
    s.score,
    coalesce(s.decided, 0.0) as decided,
    (select count(*) from findings as f
     where f.audit = s.audit and f.body = s.body and f.outcome = 'met') as met,
    (select count(*) from findings as f
     where f.audit = s.audit and f.body = s.body and f.outcome = 'not_found') as not_found,
    (select count(*) from findings as f
     where f.audit = s.audit and f.body = s.body and f.outcome = 'not_applicable')
        as not_applicable,
    (select count(*) from findings as f
     where f.audit = s.audit and f.body = s.body and f.outcome = 'unknown') as unknown,
    (select count(*) from pages as p
     where p.crawl = a.crawl and p.body = s.body and p.reason in ('ok', 'not_modified'))
        as pages_read
from scores as s
join audits as a on a.id = s.audit
join bodies as b on b.id = s.body
where s.section = 'overall';

-- How many bodies meet each criterion; share is of the bodies decided.
create view by_criterion as
with counts as (
    select
        audit, criterion,
        sum(outcome = 'met') as met,
        sum(outcome = 'not_found') as not_found,
        sum(outcome = 'not_applicable') as not_applicable,
        sum(outcome = 'unknown') as unknown
    from findings
    group by audit, criterion
)
select
    n.audit, n.criterion, c.position, c.section, c.ask, c.weight,
    n.met, n.not_found, n.not_applicable, n.unknown,
    n.met + n.not_found as decided,
    case when n.met + n.not_found > 0
        then round(100.0 * n.met / (n.met + n.not_found), 1) end as share
from counts as n
join audits as a on a.id = n.audit
join criteria as c on c.checklist = a.checklist and c.id = n.criterion;

-- How well the scored bodies do in each section.
create view by_section as
select
    s.audit, s.section,
    count(s.score) as bodies,
    round(avg(s.score), 1) as mean_score,
    (select round(avg(m.score), 1) from (
        select
            x.score, row_number() over (order by x.score) as place, count(*) over () as scored
        from scores as x
        where x.audit = s.audit and x.section = s.section and x.score is not null
    ) as m where m.place in ((m.scored + 1) / 2, (m.scored + 2) / 2)) as median_score,
    (select min(c.position) from audits as a join criteria as c on c.checklist = a.checklist
     where a.id = s.audit and c.section = s.section) as position
from scores as s
where s.section <> 'overall'
group by s.audit, s.section;

-- Regions compared. unknown_bodies are those of which nothing could be decided.
create view by_region as
with regions as (
    select
        s.audit, b.region,
        count(*) as bodies,
        count(s.score) as scored,
        round(avg(s.score), 1) as mean_score,
        sum(s.weight_decided = 0 and s.weight_all > 0) as unknown_bodies,
        (select x.body from scores as x join bodies as y on y.id = x.body
         where x.audit = s.audit and x.section = 'overall' and x.score is not null
            and y.region = b.region
         order by x.score desc, y.name, y.id limit 1) as best_body
    from scores as s
    join bodies as b on b.id = s.body
    where s.section = 'overall'
    group by s.audit, b.region
)
select
    r.audit, r.region, r.bodies, r.scored, r.mean_score, r.best_body,
    (select b.name from bodies as b where b.id = r.best_body) as best_name,
    r.unknown_bodies
from regions as r;

-- The same by section: a heat map.
create view by_region_section as
select
    s.audit, b.region, s.section,
    count(s.score) as bodies,
    round(avg(s.score), 1) as mean_score
from scores as s
join bodies as b on b.id = s.body
where s.section <> 'overall'
group by s.audit, b.region, s.section;

-- Who does it best: up to three bodies per criterion, fewest clicks first, then highest score.
create view best_examples as
with places as (
    select
        f.audit, f.criterion, f.id as finding, f.body, b.name, f.clicks,
        row_number() over (
            partition by f.audit, f.criterion
            order by f.clicks is null, f.clicks, s.score is null, s.score desc, b.name, b.id
        ) as place
    from findings as f
    join bodies as b on b.id = f.body
    left join scores as s on s.audit = f.audit and s.body = f.body and s.section = 'overall'
    where f.outcome = 'met'
)
select
    p.audit, p.criterion, c.ask, p.body, p.name, p.clicks,
    e.rule, e.value, e.quote, e.url, e.captured, e.warc, e."offset", e.digest,
    p.place, c.position, e.id as evidence,
    (select g.id from pages as g
     where g.warc = e.warc and g."offset" = e."offset" and g.warc <> '' and g.body = p.body
     limit 1) as page
from places as p
join audits as a on a.id = p.audit
join criteria as c on c.checklist = a.checklist and c.id = p.criterion
join evidence as e on e.id = (
    select x.id from evidence as x
    where x.finding = p.finding
    order by x.clicks is null, x.clicks, x.id
    limit 1
)
where p.place <= 3;

-- Every verdict in words, with the first piece of its evidence.
create view answers as
select
    f.audit, f.body, b.name, b.region, c.position, c.section, f.criterion, c.ask, c.weight,
    f.outcome, f.clicks,
    (select count(*) from evidence as x where x.finding = f.id) as proofs,
    e.quote, e.url, f.searched, f.reason, f.id as finding, e.captured, e.id as evidence,
    (select p.id from pages as p
     where p.warc = e.warc and p."offset" = e."offset" and p.warc <> '' and p.body = f.body
     limit 1) as page
from findings as f
join bodies as b on b.id = f.body
join audits as a on a.id = f.audit
join criteria as c on c.checklist = a.checklist and c.id = f.criterion
left join evidence as e on e.id = (
    select x.id from evidence as x
    where x.finding = f.id
    order by x.clicks is null, x.clicks, x.id
    limit 1
);

-- Every piece of evidence with what it proves.
create view proofs as
select
    e.id as evidence, f.audit, f.body, b.name, b.region, f.criterion, c.ask, f.outcome,
    e.rule, e.value, e.quote, e.url, e.captured, e.clicks, e.warc, e."offset", e.digest,
    e.finding, c.section, c.position,
    (select p.id from pages as p
     where p.warc = e.warc and p."offset" = e."offset" and p.warc <> '' and p.body = f.body
     limit 1) as page
from evidence as e
join findings as f on f.id = e.finding
join bodies as b on b.id = f.body
join audits as a on a.id = f.audit
join criteria as c on c.checklist = a.checklist and c.id = f.criterion;

-- The next three give each thing once, as it stands on the page nearest to the home page: what
-- min() picks decides SQLite's other columns too. What is announced as ended or planned is left out.

-- People named by a body on its own site.
create view people as
with nearest as (
    select
        f.*, p.url, p.captured, p.clicks, count(distinct f.page) as pages,
        min(coalesce(p.clicks, 99) * 1000000000 + f.id) as first
    from facts as f
    left join pages as p on p.id = f.page
    where f.kind = 'person' and f.owner = 'own'
        and not exists (select 1 from fact_details as d where d.fact = f.id and d.name = 'state')
    group by f.audit, f.body, lower(f.value)
)
select
    f.audit, f.body, b.name, b.region, f.value as person, f.label as role,
    (select d.value from fact_details as d where d.fact = f.id and d.name = 'group') as listed_as,
    f.quote, f.url, f.captured, f.clicks, f.pages, f.page, f.id as fact
from nearest as f
join bodies as b on b.id = f.body;

-- How to reach a body: its own addresses, numbers and forms.
create view contacts as
with nearest as (
    select
        f.*, p.url, p.captured, p.clicks, count(distinct f.page) as pages,
        min(coalesce(p.clicks, 99) * 1000000000 + f.id) as first
    from facts as f
    left join pages as p on p.id = f.page
    where f.kind in ('email', 'phone', 'address', 'form') and f.owner in ('own', 'person')
        and not exists (select 1 from fact_details as d where d.fact = f.id and d.name = 'state')
    group by f.audit, f.body, f.kind, f.value
)
select
    f.audit, f.body, b.name, b.region, f.kind, f.value, f.label,
    (select d.value from fact_details as d where d.fact = f.id and d.name = 'person') as person,
    f.quote, f.url, f.captured, f.clicks, f.pages, f.page, f.id as fact
from nearest as f
join bodies as b on b.id = f.body;

-- A body's own profiles on social networks.
create view profiles as
with nearest as (
    select
        f.*, p.url, p.captured, p.clicks, count(distinct f.page) as pages,
        min(coalesce(p.clicks, 99) * 1000000000 + f.id) as first
    from facts as f
    left join pages as p on p.id = f.page
    where f.kind = 'profile' and f.owner = 'own'
        and not exists (select 1 from fact_details as d where d.fact = f.id and d.name = 'state')
    group by f.audit, f.body, f.value
)
select
    f.audit, f.body, b.name, b.region, f.label as network, f.value as profile,
    f.quote, f.url, f.captured, f.clicks, f.pages, f.page, f.id as fact
from nearest as f
join bodies as b on b.id = f.body;

-- How the crawl behaved towards each body. A gap is the time since the request before it to the
-- same host, whichever body that was for. The crawl's own ledger is exact and counts redirects and
-- second tries; where there is none (imported archives), or it lost the part before a kill, the
-- pages tell; of captures of the past, whose times are the archive's, they tell no gaps.
-- The host is written as in the index pages_host, or it goes unused.
create view politeness as
with gaps as (
    select
        p.crawl, p.body, p.reason, p.bytes,
        (p.status is not null or p.reason in ('dns', 'refused', 'timeout', 'tls')) as request,
        case
            when p.captured <> ''
                and (p.status is not null or p.reason in ('dns', 'refused', 'timeout', 'tls'))
            then 86400.0 * (julianday(p.captured) - julianday((
                select q.captured
                from pages as q
                where q.crawl = p.crawl
                    and substr(q.url, instr(q.url, '//') + 2,
                        instr(substr(q.url, instr(q.url, '//') + 2) || '/', '/'))
                        = substr(p.url, instr(p.url, '//') + 2,
                            instr(substr(p.url, instr(p.url, '//') + 2) || '/', '/'))
                    and q.captured <> '' and (q.captured, q.id) < (p.captured, p.id)
                    and (q.status is not null or q.reason in ('dns', 'refused', 'timeout', 'tls'))
                order by q.captured desc, q.id desc
                limit 1
            )))
        end as gap
    from pages as p
)
select
    g.crawl, g.body,
    (select b.name from bodies as b where b.id = g.body) as name,
    max(sum(g.request), coalesce(l.requests, 0)) as requests,
    sum(g.reason in ('ok', 'not_modified')) as pages,
    max(sum(g.request * g.bytes), coalesce(l.bytes, 0)) as bytes,
    round(coalesce(l.mean_gap_seconds, case
        when (select c.as_of from crawls as c where c.id = g.crawl) = '' then avg(g.gap)
    end), 2) as mean_gap_seconds,
    round(coalesce(l.least_gap_seconds, case
        when (select c.as_of from crawls as c where c.id = g.crawl) = '' then min(g.gap)
    end), 2) as least_gap_seconds,
    max(sum(g.reason = 'robots'), coalesce(l.robots_refusals, 0)) as robots_refusals,
    max(
        sum(g.reason in ('dns', 'refused', 'timeout', 'tls', 'http_4xx', 'http_5xx')),
        coalesce(l.errors, 0)
    ) as errors
from gaps as g
left join ledgers as l on l.crawl = g.crawl and l.body = g.body
group by g.crawl, g.body;

-- What could not be looked at, and why. whole_body is 1 where nothing at all could be decided.
create view not_looked_at as
with failures as (
    select a.id as audit, a.crawl, p.body, p.reason, count(*) as pages
    from audits as a
    join pages as p on p.crawl = a.crawl
    where p.reason not in ('ok', 'not_modified', 'duplicate')
    group by a.id, p.body, p.reason
)
select
    f.audit, f.crawl, f.body, b.name, f.reason, f.pages,
    coalesce(r.meaning, f.reason) as meaning,
    exists (
        select 1 from scores as n
        where n.audit = f.audit and n.body = f.body and n.section = 'overall'
            and n.weight_decided = 0 and n.weight_all > 0
    ) as whole_body
from failures as f
join bodies as b on b.id = f.body
left join reasons as r on r.id = f.reason
union all
select
    n.audit, a.crawl, n.body, b.name, 'nothing_read', 0,
    coalesce(
        (select nullif(x.reason, '') from findings as x
         where x.audit = n.audit and x.body = n.body and x.outcome = 'unknown' limit 1),
        'Nothing of this website could be read.'
    ),
    1
from scores as n
join audits as a on a.id = n.audit
join bodies as b on b.id = n.body
where n.section = 'overall' and n.weight_decided = 0 and n.weight_all > 0 and not exists (
    select 1 from pages as p
    where p.crawl = a.crawl and p.body = n.body
        and p.reason not in ('ok', 'not_modified', 'duplicate')
);

-- How many clicks from home each thing that was found lies.
create view findability as
select f.audit, f.body, b.name, f.criterion, f.clicks
from findings as f
join bodies as b on b.id = f.body
where f.outcome = 'met' and f.clicks is not null;

-- Where things are hard to find: only bodies with a score. empty_sections counts the checklist's
-- sections in which nothing was met though something could be decided.
create view hardest as
select
    s.audit, s.body, b.name,
    (select round(avg(f.clicks), 2) from findings as f
     where f.audit = s.audit and f.body = s.body and f.outcome = 'met') as mean_clicks,
    (select count(*) from findings as f
     where f.audit = s.audit and f.body = s.body and f.outcome = 'not_found') as not_found,
    (select count(*) from scores as x
     where x.audit = s.audit and x.body = s.body and x.section <> 'overall'
        and x.weight_met = 0 and x.weight_decided > 0) as empty_sections
from scores as s
join bodies as b on b.id = s.body
where s.section = 'overall' and s.score is not null;

-- What differs from the audit before: the same register and checklist, in order of the day judged.
create view changes as
with pairs as (
    select
        a.id as audit, a.checklist,
        (select o.id
         from audits as o
         join crawls as oc on oc.id = o.crawl
         where o.checklist = a.checklist and oc.register = c.register and o.status = 'done'
            and (o.judged_on, o.started, o.rowid) < (a.judged_on, a.started, a.rowid)
         order by o.judged_on desc, o.started desc, o.rowid desc
         limit 1) as against
    from audits as a
    join crawls as c on c.id = a.crawl
)
select
    p.audit, p.against, f.body, b.name, f.criterion,
    o.outcome as before, f.outcome as after, c.ask, c.position
from pairs as p
join findings as f on f.audit = p.audit
join findings as o on o.audit = p.against and o.body = f.body and o.criterion = f.criterion
join bodies as b on b.id = f.body
join criteria as c on c.checklist = p.checklist and c.id = f.criterion
where o.outcome <> f.outcome;

-- One line about each audit: the headline figures.
create view audit_summary as
select
    a.id as audit, a.checklist, k.title, a.crawl, c.register, c.as_of, a.judged_on,
    a.started, a.finished, c.started as crawl_started, c.finished as crawl_finished, a.version,
    (select count(*) from scores as s where s.audit = a.id and s.section = 'overall') as bodies,
    (select count(s.score) from scores as s where s.audit = a.id and s.section = 'overall')
        as scored,
    (select count(*) from scores as s where s.audit = a.id and s.section = 'overall'
        and s.weight_decided = 0 and s.weight_all > 0) as unknown_bodies,
    (select round(avg(s.score), 1) from scores as s
     where s.audit = a.id and s.section = 'overall') as mean_score,
    (select round(avg(m.score), 1) from (
        select s.score,
            row_number() over (order by s.score) as place, count(*) over () as scored
        from scores as s
        where s.audit = a.id and s.section = 'overall' and s.score is not null
    ) as m where m.place in ((m.scored + 1) / 2, (m.scored + 2) / 2)) as median_score,
    (select count(*) from findings as f where f.audit = a.id and f.body = (
        select min(s.body) from scores as s where s.audit = a.id
    )) as criteria,
    (select count(*) from findings as f where f.audit = a.id) as findings,
    (select count(*) from findings as f where f.audit = a.id and f.outcome = 'met') as met,
    (select count(*) from findings as f where f.audit = a.id and f.outcome = 'not_found')
        as not_found,
    (select count(*) from findings as f where f.audit = a.id and f.outcome = 'not_applicable')
        as not_applicable,
    (select count(*) from findings as f where f.audit = a.id and f.outcome = 'unknown')
        as unknown,
    (select count(*) from pages as p where p.crawl = a.crawl) as pages_tried,
    (select count(*) from pages as p where p.crawl = a.crawl
        and p.reason in ('ok', 'not_modified')) as pages_read
from audits as a
join crawls as c on c.id = a.crawl
join checklists as k on k.id = a.checklist;

-- Words of every page that was read, for searching.
create view page_words as
select t.id as text_id, p.crawl, p.body, b.name, p.url, t.title, p.clicks, p.captured,
    p.words, p.kinds, t.text, p.id as page
from page_text as t
join pages as p on p.digest = t.digest
join bodies as b on b.id = p.body;
