package io.s360.iid.mock.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.Operation;
import io.s360.iid.mock.Contracts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeantPathTest {

    private static final String LOGOUT = "/middleware/api/external/sso/session/logout";
    private static final MeantPath PATHS = new MeantPath(
            Contracts.sample().operations().stream().map(Operation::path).toList());

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOGOUT + "/",
                "/MIDDLEWARE/api/external/sso/session/logOut",
                "//middleware//api/external/sso/session/logout",
                "/middleware/api/external/sso/session/log-out",
                "/middleware/api/external/sso/session/lgout",
                "/middleware/api/external/sso/session/logotu",
                "/midleware/api/external/sso/sesion/logout",
                "/middleware/api/external/sso/session/logout/now",
                "/middleware/api/external/sso/session%2Flogout",
                "/middleware/api/external/sso/session/logout%20",
                "/middleware/api/external/sso/session/logout;v=1",
                "/middleware/api/sso/session/logout",
                "/middleware/api/external/v1/sso/session/logout",
                "/session/logout",
                "/logout",
                "/api/logout",
                "/v2/proxy/middleware/api/external/sso/session/logout",
                "/middleware/api/external/sso/sessions/logout"
            })
    void findsWhatWasMeant(String path) {
        assertThat(PATHS.of(path)).contains(LOGOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "*",
                "/favicon.ico",
                "/nowhere",
                "/robots.txt",
                "/index.html",
                "/middleware",
                "/middleware/api/external/sso/session",
                "/middleware/api/external/sso/session/frobnicate",
                "/%zz%",
                "/a/b/c/d/e/f/g"
            })
    void guessesNothingForNonsense(String path) {
        assertThat(PATHS.of(path)).isEmpty();
    }

    @Test
    void isNotMadeToWorkForLongByLongPaths() {
        assertThat(PATHS.of("/logout".repeat(1_000))).isEmpty();
        assertThat(PATHS.of("/" + "x".repeat(100_000))).isEmpty();
    }

    @Test
    void findsOneAmongAThousand() {
        List<String> many = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(i -> "/thing" + i + "/of/a/kind")
                .toList());
        many.add(LOGOUT);

        assertThat(new MeantPath(many).of("/sso/session/logut")).contains(LOGOUT);
    }
}
