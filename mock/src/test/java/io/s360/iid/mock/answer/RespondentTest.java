package io.s360.iid.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.contract.request.ClientGate;
import io.s360.iid.contract.request.IncomingRequest;
import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.lifecycle.Sandbox;
import io.s360.iid.mock.refusal.RequestLog;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RespondentTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation CREATE = CONTRACT.operation("CreateChildSession");

    private final List<String> log = new ArrayList<>();

    @Test
    void answersAFaultOfItsOwnAsUnforeseenAndTellsTheConsoleWhereItWasButNotWhatItQuoted() {
        Reply reply = respondent(() -> {
                    throw new IllegalStateException("a-secret");
                })
                .reply(new Request("{\"sessionToken\":\"demo-session-token\"}"));

        assertThat(reply.status()).isEqualTo(CONTRACT.unforeseen().status());
        assertThat(reply.body()).isEqualTo(CONTRACT.unforeseen().body().toString());
        assertThat(reply.headers()).containsKey("X-IID-TraceId");
        assertThat(String.join("\n", log))
                .contains(
                        "fault in the mock: java.lang.IllegalStateException",
                        "RespondentTest.java",
                        "500 internal-error")
                .doesNotContain("a-secret");
    }

    @Test
    void answersNobodyWhoseBodyDoesNotArrive() {
        assertThatThrownBy(() -> respondent(UUID::randomUUID).reply(new Request(null)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void decidesAnExchangeOnce() {
        Exchange exchange =
                new Exchange(respondent(UUID::randomUUID), new Request("{\"sessionToken\":\"demo-session-token\"}"));

        assertThat(exchange.reply()).isSameAs(exchange.reply());
        assertThat(log).hasSize(1);
    }

    private Respondent respondent(Supplier<UUID> ids) {
        InstantSource clock = InstantSource.system();
        return new Respondent(
                CONTRACT,
                new OpenGate(),
                new Sandbox(CONTRACT, clock, ids),
                new RequestLog(log::add, clock),
                UUID::randomUUID);
    }

    private static final class OpenGate implements ClientGate {

        @Override
        public boolean authenticates(String clientId, String key) {
            return true;
        }

        @Override
        public Optional<Duration> waitBeforeNext(String clientId) {
            return Optional.empty();
        }
    }

    /** @param text null if it never comes */
    private record Request(String text) implements IncomingRequest {

        @Override
        public String method() {
            return CREATE.method();
        }

        @Override
        public String path() {
            return CREATE.path();
        }

        @Override
        public List<String> headers(String name) {
            return switch (name) {
                case "Content-Type" -> List.of("application/json");
                case "X-IID-CLIENT-ID" -> List.of("TIBCO_CONSUMER");
                default -> List.of();
            };
        }

        @Override
        public long declaredLength() {
            return -1;
        }

        @Override
        public byte[] body(int atMost) {
            if (text == null) {
                throw new UncheckedIOException(new EOFException());
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(bytes, Math.min(atMost, bytes.length));
        }
    }
}
