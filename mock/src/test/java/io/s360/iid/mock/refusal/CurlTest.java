package io.s360.iid.mock.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurlTest {

    private static final URI BASE = URI.create("http://localhost:4010");

    @Test
    void sendsWhatItShowsWhateverStandsInIt() throws Exception {
        String odd = "it's $HOME `id` \\n \"q\" !! *~ \u0645\u0631\u062d\u0628\u0627 ; & | > <";

        String line = new Curl("POST", "/a'b&c", Map.of("X-Odd", odd), odd).line(BASE);

        assertThat(words(line))
                .containsExactly(
                        "curl",
                        "-sS",
                        "-i",
                        "-X",
                        "POST",
                        "http://localhost:4010/a'b&c",
                        "-H",
                        "X-Odd: " + odd,
                        "--data-raw",
                        odd);
    }

    @Test
    void sendsAHeaderThatIsEmpty() {
        assertThat(new Curl("GET", "/", Map.of("X-Empty", ""), null).line(BASE)).endsWith("-H 'X-Empty;'");
    }

    /** As a shell understands them. */
    private static List<String> words(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-s").start();
        shell.getOutputStream()
                .write(("curl() { printf '%s\\n' curl \"$@\"; }\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return printed.lines().toList();
    }
}
