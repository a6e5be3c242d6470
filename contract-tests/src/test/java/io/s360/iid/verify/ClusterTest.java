package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.server.S360Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three servers on one PostgreSQL, each asked in turn, cannot be told from one. */
class ClusterTest {

    private static final List<S360Server> SERVERS = new ArrayList<>();

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        String url = "spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres");
        for (int number = 0; number < 3; number++) {
            SERVERS.add(S360Server.start(demo().with(url)));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        SERVERS.forEach(S360Server::close);
        postgres.close();
    }

    @Test
    void hasTheVerdictOfASingleServer() throws IOException {
        List<Integer> ports = SERVERS.stream().map(S360Server::port).toList();
        List<String> ofMany;
        try (RoundRobinDoor door = RoundRobinDoor.to(ports, "X-IID-CLIENT-ID: THROTTLED_PORTAL")) {
            ofMany = verdictOn(door.uri().toString());
        }
        List<String> ofOne;
        try (S360Server single = S360Server.start(demo())) {
            ofOne = verdictOn(single.baseUri().toString());
        }

        assertThat(ofMany).isEqualTo(ofOne).anyMatch(row -> row.contains("LogoutChildSession · 200 logged-out"));
    }

    private static S360Server.Options demo() {
        return S360Server.Options.defaults().withDemo().withPort(0);
    }

    /** The rows of a table without a red cell. */
    private static List<String> verdictOn(String address) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);

        int exit = VerifyMain.run(Map.of(), printer, printer, "--target", address);

        assertThat(exit).as(out.toString()).isZero();
        assertThat(out.toString()).contains("0 findings, 0 red cells");
        return out.toString()
                .lines()
                .filter(line -> line.contains(" · "))
                .map(line -> line.replace(address, "the target"))
                .toList();
    }
}
