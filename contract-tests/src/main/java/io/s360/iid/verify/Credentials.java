package io.s360.iid.verify;

import io.s360.iid.contract.Contract;
import io.s360.iid.verify.cases.Cast;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who calls a target that does not have the demo data. */
record Credentials(String clientId, String clientKey, String sessionToken) {

    private static final String CLIENT_ID = "S360_CLIENT_ID";
    private static final String CLIENT_KEY = "S360_CLIENT_KEY";
    private static final String SESSION_TOKEN = "S360_SESSION_TOKEN";

    /**
     * What the environment says; empty if it says nothing.
     *
     * @throws IllegalArgumentException if it says only a part
     */
    static Optional<Credentials> in(Map<String, String> environment) {
        List<String> names = List.of(CLIENT_ID, CLIENT_KEY, SESSION_TOKEN);
        List<String> missing = names.stream()
                .filter(name -> environment.getOrDefault(name, "").isEmpty())
                .toList();
        if (missing.size() == names.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "set " + String.join(" and ", missing) + " as well, or none of " + names);
        }
        return Optional.of(new Credentials(
                environment.getOrDefault(CLIENT_ID, ""),
                environment.getOrDefault(CLIENT_KEY, ""),
                environment.getOrDefault(SESSION_TOKEN, "")));
    }

    Cast toCast(Contract contract) {
        return Cast.ofCredentials(contract, clientId, clientKey, sessionToken);
    }

    /** The names of the variables by the values that no output may show. */
    Map<String, String> secrets() {
        return Map.of(clientKey, CLIENT_KEY, sessionToken, SESSION_TOKEN);
    }
}
