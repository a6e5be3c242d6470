package io.s360.iid.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the server is held against: the same Spring Boot from the same jars with the same settings of the connector, that
 * answers the same bytes to whatever it is asked. It reads no body, knows no client and has no store.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@Import(Constant.Answer.class)
public class Constant {

    /** Listens at {@code --server.port}. */
    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Constant.class.getResourceAsStream("/io/s360/iid/server/server.properties")) {
            settings.load(in);
        }
        SpringApplication application = new SpringApplication(Constant.class);
        application.setDefaultProperties(settings);
        application.run(arguments);
    }

    /** As long as the answer to a validation. */
    @RestController
    static class Answer {

        private final byte[] body = """
                {"code":0,"desc":{"en":"Success","ar":"Success","code":null},"data":{"valid":true,\
                "clientId":"TIBCO_CONSUMER","subjectId":"5b0c6f5e-0e0f-4f57-8f7f-6a1f8a2d9c01",\
                "expiresAt":"2026-12-23T07:00:00.000Z"}}""".getBytes(StandardCharsets.UTF_8);

        @PostMapping("/middleware/api/external/sso/session/{operation}")
        ResponseEntity<byte[]> answer() {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
        }
    }
}
