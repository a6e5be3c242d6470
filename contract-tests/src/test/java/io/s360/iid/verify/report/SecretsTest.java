package io.s360.iid.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a-plain-secret", "with \"quotes\" and 'these'", "back\\slash\\\\es", "a+b/c==~é ع"})
    void hidesASecretHoweverItIsWritten(String secret) {
        Secrets secrets = new Secrets(Map.of(secret, "KEY"));
        String json = StringNode.valueOf(secret).toString();

        assertThat(secrets.hide("<" + secret + ">")).isEqualTo("<$KEY>");
        assertThat(secrets.hide(json)).isEqualTo("\"$KEY\"");
        assertThat(secrets.hide(StringNode.valueOf(json).toString()))
                .contains("$KEY")
                .doesNotContain(secret);
        assertThat(secrets.hide("?k=" + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .isEqualTo("?k=$KEY");
        assertThat(secrets.hide("'" + secret.replace("'", "'\\''") + "'")).isEqualTo("'$KEY'");
        assertThat(secrets.hide(secret.toUpperCase(java.util.Locale.ROOT))).isEqualTo("$KEY");
    }

    @Test
    void hidesTheLongerSecretFirst() {
        Secrets secrets = new Secrets(Map.of("long-secret", "A", "long-secret-and-more", "B"));

        assertThat(secrets.hide("long-secret-and-more long-secret")).isEqualTo("$B $A");
    }

    @Test
    void hidesAShortSecretOnlyWhereItIsAWord() {
        Secrets secrets = new Secrets(Map.of("me", "NAME", "", "NOTHING", " ", "BLANK"));

        assertThat(secrets.hide("me, some me")).isEqualTo("$NAME, some $NAME");
    }
}
