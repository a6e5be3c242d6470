-- What is asked of the children of a parent, or of a client, is asked of those whose time has not passed. Tombstones are
-- many more than those, so they should not be read.

drop index child_session_by_parent;
create index child_session_by_parent on child_session (parent_id, expires_at);

drop index child_session_by_client;
create index child_session_by_client on child_session (client_id, expires_at);
