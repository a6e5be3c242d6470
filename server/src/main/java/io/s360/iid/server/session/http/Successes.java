package io.s360.iid.server.session.http;

import io.s360.iid.api.model.Description;
import io.s360.iid.contract.Answer;
import io.s360.iid.contract.Contract;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** The envelopes of what went well: status, code and texts as the examples of the contract have them. */
record Successes(
        Success context,
        Success created,
        Success found,
        Success refreshed,
        Success valid,
        Success notValid,
        Success loggedOut,
        Success accepted) {

    /** @throws IllegalArgumentException if the contract lacks an answer that the server gives */
    static Successes of(Contract contract) {
        return new Successes(
                Success.of(contract, "GetContext", "context"),
                Success.of(contract, "CreateChildSession", "created"),
                Success.of(contract, "GetChildSession", "found"),
                Success.of(contract, "RefreshChildSession", "refreshed"),
                Success.of(contract, "ValidateChildSession", "valid"),
                Success.of(contract, "ValidateChildSession", "not-valid"),
                Success.of(contract, "LogoutChildSession", "logged-out"),
                Success.of(contract, "AddMessages", "accepted"));
    }

    Success validity(boolean isValid) {
        return isValid ? valid : notValid;
    }

    /** One of them, to be filled with the data of a call. */
    record Success(Answer answer, int code, Description desc) {

        private static Success of(Contract contract, String operation, String name) {
            Answer answer = contract.operation(operation).answer(name);
            JsonNode desc = answer.body().get("desc");
            Description description = new Description(
                    desc.get("en").stringValue(), desc.get("ar").stringValue(), textOrNull(desc.get("code")));
            return new Success(answer, answer.body().get("code").intValue(), description);
        }

        private static @Nullable String textOrNull(JsonNode text) {
            return text.isNull() ? null : text.stringValue();
        }

        <T> ResponseEntity<T> with(BiFunction<Integer, Description, T> envelope) {
            return ResponseEntity.status(answer.status()).body(envelope.apply(code, desc));
        }
    }
}
