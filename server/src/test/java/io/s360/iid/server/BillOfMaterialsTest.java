package io.s360.iid.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the jar of the server is made of, as the build has written it down within the jar. A build that is offline writes
 * nothing: then this is skipped, but never where {@code CI} is set.
 */
class BillOfMaterialsTest {

    private static final Set<String> WELCOME =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-1.0", "EPL 1.0", "EPL-2.0", "MPL-2.0");

    private static final String BILL = "/META-INF/sbom/s360-iid-server.cdx.json";

    private final JsonNode bill = read();

    @BeforeAll
    static void requireBill() {
        assumeThat("true".equals(System.getenv("CI")) || BillOfMaterialsTest.class.getResource(BILL) != null)
                .as("a bill of materials, which is made online only")
                .isTrue();
    }

    @Test
    void hasNothingThatMayNotBePassedOn() {
        assertThat(bill.path("components").valueStream())
                .isNotEmpty()
                .allSatisfy(component -> assertThat(licences(component))
                        .as(component.path("purl").asString())
                        .containsAnyElementsOf(WELCOME));
    }

    @Test
    void namesWhatRuns() {
        assertThat(bill.path("components")
                        .valueStream()
                        .map(component -> component.path("name").asString()))
                .contains("s360-iid-api", "tomcat-embed-core", "h2", "postgresql")
                .doesNotContain("junit-jupiter", "archunit");
    }

    /** Two builds of the same sources are the same to the last byte. */
    @Test
    void saysNothingOfTheMoment() {
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(licence ->
                        Stream.of(licence.at("/license/id"), licence.at("/license/name"), licence.path("expression")))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode read() {
        try (InputStream in = BillOfMaterialsTest.class.getResourceAsStream(BILL)) {
            return new JsonMapper().readTree(in);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
