package io.s360.iid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyMainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void judgesAnAddressWithTheDemoData() {
        try (MockServer mock = MockServer.start(MockOptions.of(ContractReader.readBundled()))) {
            int exit = run(Map.of(), "--target", mock.baseUri().toString());

            assertThat(out.toString()).contains("LogoutChildSession · 200 logged-out", "0 findings, 0 red cells");
            assertThat(exit).isZero();
        }
    }

    /** There is room for five child sessions; whoever left one behind each time would meet the limit. */
    @Test
    void leavesNothingBehind() {
        try (MockServer mock = MockServer.start(MockOptions.of(ContractReader.readBundled()))) {
            for (int times = 0; times < 6; times++) {
                assertThat(run(Map.of(), "--target", mock.baseUri().toString()))
                        .as(out.toString())
                        .isZero();
            }
        }
    }

    @Test
    void judgesAnAddressWithTheCallersOwnCredentials() {
        Map<String, String> environment = Map.of(
                "S360_CLIENT_ID", "TIBCO_CONSUMER",
                "S360_CLIENT_KEY", "demo-tibco-key",
                "S360_SESSION_TOKEN", "demo-session-token");
        try (MockServer mock = MockServer.start(MockOptions.of(ContractReader.readBundled()))) {
            int exit = run(environment, "--target", mock.baseUri().toString());

            assertThat(out.toString()).contains("could not be brought about there", "0 findings, 0 red cells");
            assertThat(exit).isZero();
        }
    }

    @Test
    void neverShowsTheCallersCredentials() {
        Map<String, String> environment = Map.of(
                "S360_CLIENT_ID", "TIBCO_CONSUMER",
                "S360_CLIENT_KEY", "a-key-that-is-wrong",
                "S360_SESSION_TOKEN", "a-token-that-is-secret");
        try (MockServer mock = MockServer.start(MockOptions.of(ContractReader.readBundled()))) {
            int exit = run(environment, "--target", mock.baseUri().toString());

            assertThat(exit).isOne();
            assertThat(out.toString())
                    .contains("\"$S360_CLIENT_KEY\"", "\"$S360_SESSION_TOKEN\"")
                    .doesNotContain("a-key-that-is-wrong", "a-token-that-is-secret");
        }
    }

    @Test
    void saysInOneLineThatNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        int exit = run(Map.of(), "--target", "http://localhost:" + free);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("localhost:" + free, "does not answer to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--taget", "--target", "--target=localhost:4010", "--target=ftp://localhost"})
    void saysInOneLineWhatIsWrongWithTheUsage(String argument) {
        int exit = run(Map.of(), argument);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("--help");
    }

    @Test
    void wantsAllCredentialsOrNone() {
        int exit = run(Map.of("S360_CLIENT_KEY", "k"), "--target", "http://localhost:1");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("S360_CLIENT_ID", "S360_SESSION_TOKEN");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return VerifyMain.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
