package io.s360.iid.verify.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.s360.iid.contract.source.Place;
import io.s360.iid.contract.source.Provenance;
import io.s360.iid.verify.exchange.Target;
import io.s360.iid.verify.judge.Deviation;
import io.s360.iid.verify.report.Cause;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadlinesTest {

    private static final Suspect END =
            new Suspect("end", 1, "then end", new Place("contract.yaml", 1), Provenance.DOCUMENTED);

    /** The shorter way only stumbles over what earlier cases have left behind. */
    @Test
    void offersTheRequestsThatShowTheCauseByThemselves() {
        Sighting leftover = sighting("create", List.of(), List.of(END), 1);
        Sighting shown = sighting("create, logout, logout", List.of(END), List.of(), 3);

        List<Cause> causes = new Headlines(new Anywhere()).of(Map.of(END, List.of(leftover, shown)));

        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.curl()).isEqualTo("curl create, logout, logout");
            assertThat(cause.times()).isEqualTo(2);
        });
    }

    private static Sighting sighting(String title, List<Suspect> own, List<Suspect> inherited, int way) {
        return new Sighting(title, own, inherited, new Deviation("status", "200", "409"), way, "curl " + title);
    }

    private record Anywhere() implements Target {

        @Override
        public String name() {
            return "anywhere";
        }

        @Override
        public URI baseUri() {
            return URI.create("http://localhost");
        }
    }
}
