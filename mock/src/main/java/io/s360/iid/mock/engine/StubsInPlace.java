package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What WireMock would answer by.
 *
 * @param mappings its stubs
 * @param settings null if there are none
 */
record StubsInPlace(List<StubMapping> mappings, @Nullable GlobalSettings settings) {

    static StubsInPlace none() {
        return new StubsInPlace(List.of(), null);
    }

    static StubsInPlace of(WireMockServer wireMock) {
        return new StubsInPlace(
                List.copyOf(wireMock.getStubMappings()),
                wireMock.getGlobalSettings().getSettings());
    }
}
