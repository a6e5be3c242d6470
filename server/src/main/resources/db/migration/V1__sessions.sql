-- The same text runs on H2 in PostgreSQL mode and on PostgreSQL. Lengths are the contract's business, not the store's.

create table parent_session (
    id               uuid primary key,
    token_hash       varchar not null unique,
    subject_id       uuid not null,
    name_en          varchar not null,
    name_ar          varchar not null,
    email            varchar not null,
    mobile           varchar not null,
    user_type        varchar not null,
    legal_entity_id  varchar,
    dul_number       varchar,
    legal_name_en    varchar,
    legal_name_ar    varchar,
    language         varchar not null,
    created_at       timestamp(3) with time zone not null,
    expires_at       timestamp(3) with time zone not null,
    max_expires_at   timestamp(3) with time zone not null,
    last_extended_at timestamp(3) with time zone,
    ended_at         timestamp(3) with time zone,
    end_reason       varchar,
    constraint parent_session_in_time check (expires_at <= max_expires_at),
    constraint parent_session_end check ((ended_at is null) = (end_reason is null))
);

create index parent_session_by_expiry on parent_session (expires_at);

create table child_session (
    id               uuid primary key,
    parent_id        uuid not null references parent_session (id),
    client_id        varchar not null,
    created_at       timestamp(3) with time zone not null,
    expires_at       timestamp(3) with time zone not null,
    max_expires_at   timestamp(3) with time zone not null,
    last_extended_at timestamp(3) with time zone,
    ended_at         timestamp(3) with time zone,
    end_reason       varchar,
    message_count    integer not null default 0,
    constraint child_session_in_time check (expires_at <= max_expires_at),
    constraint child_session_end check ((ended_at is null) = (end_reason is null))
);

create index child_session_by_parent on child_session (parent_id);
create index child_session_by_client on child_session (client_id);
create index child_session_by_expiry on child_session (expires_at);

create table message (
    id                uuid primary key,
    child_id          uuid not null references child_session (id) on delete cascade,
    sequence          integer not null,
    level             varchar not null,
    text_en           varchar not null,
    text_ar           varchar not null,
    client_message_id varchar,
    created_at        timestamp(3) with time zone not null,
    constraint message_in_its_place unique (child_id, sequence)
);

create table disabled_client (
    client_id   varchar primary key,
    disabled_at timestamp(3) with time zone not null
);
