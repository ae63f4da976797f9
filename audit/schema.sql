-- Every table that Doorstep stores. Names in the singular are foreign keys; times are ISO 8601
-- in UTC; columns called score, decided and share are percentages.

create table bodies (
    id text primary key,
    name text not null,
    kind text not null default '',
    region text not null default '',
    website text not null default '',
    successor text not null default ''
);
create index if not exists bodies_region on bodies (region, id);

create table crawls (
    id text primary key,
    register text not null,
    started text not null,
    finished text not null default '',
    status text not null default '',
    as_of text not null default '',
    contact text not null default '',
    settings text not null default '{}',
    version text not null default ''
);

create table pages (
    id text primary key,
    crawl text not null references crawls (id),
    body text not null references bodies (id),
    url text not null,
    final_url text not null default '',
    reason text not null,
    status integer,
    clicks integer,
    parent text not null default '',
    link_text text not null default '',
    content_type text not null default '',
    bytes integer not null default 0,
    digest text not null default '',
    captured text not null default '',
    warc text not null default '',
    "offset" integer,
    title text not null default '',
    words integer not null default 0,
    kinds text not null default '[]'
);
create index if not exists pages_crawl_body_reason on pages (crawl, body, reason);
create index if not exists pages_body on pages (body);
create index if not exists pages_digest on pages (digest);
-- By host: what stands between the two slashes and the next.
create index if not exists pages_host on pages (
    crawl,
    substr(url, instr(url, '//') + 2, instr(substr(url, instr(url, '//') + 2) || '/', '/')),
    captured, id, reason, status
);
create index if not exists pages_crawl_reason on pages (crawl, reason);
-- From a piece of evidence to the page it stands on.
create index if not exists pages_record on pages (warc, "offset") where warc <> '';

-- What the crawl asked of each body's hosts, by its own count; see the view politeness.
create table if not exists ledgers (
    crawl text not null references crawls (id),
    body text not null references bodies (id),
    requests integer not null,
    bytes integer not null,
    mean_gap_seconds real,
    least_gap_seconds real,
    robots_refusals integer not null,
    errors integer not null,
    primary key (crawl, body)
);
create index if not exists ledgers_body on ledgers (body);

create table checklists (
    id text primary key,
    title text not null,
    about text not null default '',
    source text not null default '',
    digest text not null
);

create table criteria (
    checklist text not null references checklists (id),
    id text not null,
    position integer not null,
    section text not null,
    ask text not null,
    why text not null default '',
    weight integer not null check (weight in (1, 2, 3)),
    guidance text not null default '',
    says text not null default '',
    primary key (checklist, id)
);

create table audits (
    id text primary key,
    crawl text not null references crawls (id),
    checklist text not null references checklists (id),
    checklist_digest text not null,
    version text not null,
    judged_on text not null,
    started text not null,
    finished text not null,
    status text not null
);
create index if not exists audits_crawl on audits (crawl);
create index if not exists audits_checklist on audits (checklist, judged_on, started);
create index if not exists audits_started on audits (started, id);

create table facts (
    id integer primary key,
    audit text not null references audits (id),
    body text not null references bodies (id),
    page text references pages (id),
    kind text not null,
    value text not null,
    label text not null default '',
    owner text not null default '',
    quote text not null default ''
);
create index if not exists facts_audit_body on facts (audit, body, kind);
create index if not exists facts_audit_kind on facts (audit, kind, owner);
create index if not exists facts_body on facts (body);
create index if not exists facts_page on facts (page);
create index if not exists facts_kind on facts (kind);

-- What else is known of a fact, where it is known: state (unless it holds now), when, place, role...
create table fact_details (
    fact integer not null references facts (id),
    name text not null,
    value text not null,
    primary key (fact, name)
) without rowid;

-- criterion is an id within the audit's checklist, so no single column can be its foreign key.
create table findings (
    id integer primary key,
    audit text not null references audits (id),
    body text not null references bodies (id),
    criterion text not null,
    outcome text not null check (outcome in ('met', 'not_found', 'not_applicable', 'unknown')),
    clicks integer,
    searched text not null default '',
    reason text not null default ''
);
create unique index if not exists findings_audit_body_criterion on findings (audit, body, criterion);
create index if not exists findings_audit_body_outcome on findings (audit, body, outcome, clicks);
create index if not exists findings_audit_criterion on findings (audit, criterion, outcome);
create index if not exists findings_body on findings (body, criterion);
create index if not exists findings_audit_outcome on findings (audit, outcome);

create table evidence (
    id integer primary key,
    finding integer not null references findings (id),
    rule text not null,
    value text not null default '',
    quote text not null default '',
    url text not null,
    captured text not null default '',
    clicks integer,
    warc text not null default '',
    "offset" integer,
    digest text not null default ''
);
create index if not exists evidence_finding on evidence (finding, clicks);
create index if not exists evidence_rule on evidence (rule);

-- What looked like an answer and did not count, with the reason why.
create table if not exists near_misses (
    id integer primary key,
    finding integer not null references findings (id),
    rule text not null,
    value text not null default '',
    quote text not null default '',
    why text not null,
    url text not null,
    captured text not null default '',
    clicks integer,
    warc text not null default '',
    "offset" integer,
    digest text not null default ''
);
create index if not exists near_misses_finding on near_misses (finding, clicks);
create index if not exists near_misses_rule on near_misses (rule);

create table scores (
    audit text not null references audits (id),
    body text not null references bodies (id),
    section text not null,
    score real,
    weight_met integer not null,
    weight_decided integer not null,
    weight_all integer not null,
    decided real,
    primary key (audit, body, section)
);
create index if not exists scores_audit_section on scores (audit, section, score);
create index if not exists scores_body on scores (body);
-- For the worst and the best that a score could become; written as in the view league_table.
create index if not exists scores_low on scores (
    audit, section, round(100.0 * weight_met / weight_all, 1)
) where score is not null;
create index if not exists scores_high on scores (
    audit, section, round(100.0 * (weight_met + weight_all - weight_decided) / weight_all, 1)
) where score is not null;

create table reviews (
    id text primary key,
    body text not null references bodies (id),
    criterion text not null,
    coder text not null,
    outcome text not null check (outcome in ('met', 'not_found', 'not_applicable', 'unknown')),
    note text not null default '',
    reviewed text not null,
    url text not null default '',
    digest text not null default '',
    status text not null default ''
);
create index if not exists reviews_body_criterion on reviews (body, criterion);

-- Readable text, once per digest: a page that never changes is stored once over all crawls.
create table page_text (
    id integer primary key,
    digest text not null unique,
    title text not null default '',
    text text not null default ''
);

-- The crawler's closed list of reasons, in plain words.
create table reasons (
    id text primary key,
    meaning text not null
);

create virtual table evidence_fts using fts5 (
    quote, value, content='evidence', content_rowid='id', tokenize='porter unicode61'
);
create trigger evidence_ai after insert on evidence begin
    insert into evidence_fts (rowid, quote, value) values (new.id, new.quote, new.value);
end;
create trigger evidence_ad after delete on evidence begin
    insert into evidence_fts (evidence_fts, rowid, quote, value)
    values ('delete', old.id, old.quote, old.value);
end;
create trigger evidence_au after update on evidence begin
    insert into evidence_fts (evidence_fts, rowid, quote, value)
    values ('delete', old.id, old.quote, old.value);
    insert into evidence_fts (rowid, quote, value) values (new.id, new.quote, new.value);
end;

create virtual table page_text_fts using fts5 (
    title, text, content='page_text', content_rowid='id', tokenize='porter unicode61'
);
create trigger page_text_ai after insert on page_text begin
    insert into page_text_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
create trigger page_text_ad after delete on page_text begin
    insert into page_text_fts (page_text_fts, rowid, title, text)
    values ('delete', old.id, old.title, old.text);
end;
create trigger page_text_au after update on page_text begin
    insert into page_text_fts (page_text_fts, rowid, title, text)
    values ('delete', old.id, old.title, old.text);
    insert into page_text_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
