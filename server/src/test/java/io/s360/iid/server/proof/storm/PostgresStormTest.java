package io.s360.iid.server.proof.storm;

import io.s360.iid.server.session.store.TestPostgres;
import java.util.List;

/** Three servers on one PostgreSQL. */
class PostgresStormTest extends StormContract {

    @Override
    List<String> newStore() {
        return List.of("spring.datasource.url=" + TestPostgres.shared().newDatabase());
    }

    @Override
    int servers() {
        return 3;
    }
}
