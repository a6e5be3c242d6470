package io.s360.iid.mock.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import io.s360.iid.mock.Contracts;
import io.s360.iid.mock.answer.ContractServed;
import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.journal.Masking;
import io.s360.iid.mock.journal.RequestLog;
import io.s360.iid.mock.refusal.Secrets;
import io.s360.iid.mock.stub.Exchange;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final Contract CONTRACT = Contracts.sample();
    private static final Operation CREATE = CONTRACT.operation("CreateChildSession");
    private static final String TRACE = "00000000-0000-4000-8000-000000000000";

    private final List<String> log = new ArrayList<>();
    private final Reception reception =
            new Reception(new Journal(), new Masking(() -> new Secrets(CONTRACT)), new RequestLog(log::add));

    @Test
    void answersAFaultOfItsOwnAsUnforeseenAndTellsTheConsoleWhereItWasButNotWhatItQuoted() {
        Tenant tenant = tenant(() -> {
            throw new IllegalStateException("a-secret");
        });

        Reply reply = reception.receive(new Request("{\"sessionToken\":\"demo-session-token\"}"), tenant, false);

        assertThat(reply.status()).isEqualTo(CONTRACT.unforeseen().status());
        assertThat(reply.body()).isEqualTo(CONTRACT.unforeseen().body().toString());
        assertThat(reply.headers()).containsEntry("X-IID-TraceId", TRACE);
        assertThat(String.join("\n", log))
                .contains(
                        "fault in the mock: java.lang.IllegalStateException",
                        "ReceptionTest.java",
                        "500 internal-error")
                .doesNotContain("a-secret");
    }

    @Test
    void answersNobodyWhoseBodyDoesNotArrive() {
        Tenant tenant = tenant(UUID::randomUUID);

        assertThatThrownBy(() -> reception.receive(new Request(null), tenant, false))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void decidesAnExchangeOnce() {
        Request request = new Request("{\"sessionToken\":\"demo-session-token\"}");
        Exchange exchange = new Exchange(reception, request, tenant(UUID::randomUUID));

        assertThat(exchange.reply()).isSameAs(exchange.reply());
        assertThat(log).hasSize(1);
    }

    private static Tenant tenant(Supplier<UUID> ids) {
        return new Tenant(
                "t",
                InstantSource.system(),
                tenant -> ids,
                new ContractServed(CONTRACT, () -> URI.create("http://localhost")));
    }

    /** @param text null if it never comes */
    private record Request(String text) implements MockRequest {

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
                case "X-IID-API-KEY" -> List.of("demo-tibco-key");
                case "X-IID-TraceId" -> List.of(TRACE);
                default -> List.of();
            };
        }

        @Override
        public String query() {
            return "";
        }

        @Override
        public List<String> headerNames() {
            return List.of("Content-Type");
        }

        @Override
        public byte[] bodySoFar() {
            return new byte[0];
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
