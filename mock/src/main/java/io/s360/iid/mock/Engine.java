package io.s360.iid.mock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import io.s360.iid.mock.answer.Respondent;
import io.s360.iid.mock.http.ContractHttp;
import io.s360.iid.mock.journal.MockStores;
import io.s360.iid.mock.stub.ContractAnswers;
import io.s360.iid.mock.stub.ContractStubs;
import io.s360.iid.mock.stub.NoMappingFiles;
import io.s360.iid.mock.stub.NothingMatched;
import io.s360.iid.mock.stub.ResetToSeeds;
import java.util.List;

/** WireMock, set up so that it adds nothing to the contract's answers and keeps nothing on the disk. */
final class Engine {

    /** How long a connection may be silent in the middle of a request. */
    private static final long SILENCE = 20_000;

    private static final int LONGEST_HEADERS = 8_192;

    private Engine() {}

    static WireMockServer build(MockOptions options, Respondent respondent, Runnable reset) {
        FileSource nowhere = new ClasspathFileSource("s360-mock-has-no-files");
        WireMockConfiguration engine = options()
                .port(options.port())
                .bindAddress(options.bindAddress())
                .fileSource(nowhere)
                .mappingSource(new NoMappingFiles())
                .withStores(new MockStores(nowhere, options.contract(), ContractAnswers.NAME))
                .httpServerFactory(new ContractHttp(options.contract(), respondent, options.isAdminOpen()))
                .extensions(new ContractStubs(options.contract()), new ContractAnswers(), new ResetToSeeds(reset))
                .notMatchedRendererFactory(extensions -> new NothingMatched());
        return new WireMockServer(silent(engine, options));
    }

    private static WireMockConfiguration silent(WireMockConfiguration engine, MockOptions options) {
        return engine.notifier(new EngineNotes(options.log()))
                .stubRequestLoggingDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .disableOptimizeXmlFactoriesLoading(true)
                .httpClientFactory(Engine::clientWhenNeeded)
                .jettyHeaderRequestSize(LONGEST_HEADERS)
                .jettyIdleTimeout(SILENCE);
    }

    /** For proxies among a user's own stubs; the mock itself calls nobody, and need not wait for it. */
    private static HttpClient clientWhenNeeded(
            Options options, boolean trustAll, List<String> trusted, boolean useSystemProperties) {
        return new LazyHttpClient(
                () -> new ApacheHttpClientFactory().buildHttpClient(options, trustAll, trusted, useSystemProperties));
    }
}
