package io.s360.iid.server;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that a client has once been allowed to ask for, asked again. */
final class Replay {

    private static final List<Map<String, String>> MESSAGES =
            List.of(Map.of("level", "INFO", "en", "Done", "ar", "تم"));

    private Replay() {}

    /** What is answered to each request about a child session: the name of a refusal, or whether it is valid. */
    static List<String> aboutChild(WireCaller caller, String token, String child) {
        return Stream.of(
                        caller.call("GetChildSession", token, child),
                        caller.call("RefreshChildSession", token, child),
                        caller.call(
                                "AddMessages", Map.of("sessionToken", token, "sessionId", child, "messages", MESSAGES)),
                        caller.call("LogoutChildSession", token, child),
                        caller.call("ValidateChildSession", token, child))
                .map(answer -> answer.status() + " " + answer.code() + answer.text("/data/valid"))
                .toList();
    }

    /** What is answered to each request about the parent session of a token. */
    static List<String> aboutParent(WireCaller caller, String token) {
        return Stream.of("GetContext", "CreateChildSession")
                .map(operation -> caller.call(operation, Map.of("sessionToken", token)))
                .map(answer -> answer.status() + " " + answer.code())
                .toList();
    }

    /** All that can be answered about a child session that is over. */
    static List<String> refusedBecause(String code) {
        String refused = "401 " + code;
        return List.of(refused, refused, refused, refused, "200 false");
    }
}
