package io.s360.iid.mock.engine;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.refusal.Secrets;
import io.s360.iid.mock.stub.ContractAnswers;
import io.s360.iid.mock.stub.ResetToSeeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Server;

/**
 * WireMock, which adds nothing to the contract's answers and keeps nothing on the disk. It is started by the first who needs
 * it, so that nobody else waits for it. Safe for use by several threads.
 */
public final class Engine {

    private final Setting setting;
    private @Nullable WireMockServer wireMock;
    private @Nullable Handler handler;
    private StubsInPlace stubs = StubsInPlace.none();
    private MappingsLoaderExtension contractStubs;
    private volatile boolean hasOwnStubs;

    /**
     * What it works with.
     *
     * @param contractStubs puts the stubs of the contract in
     * @param reset is run when everything is to be reset
     * @param stop is run when somebody asks the process to stop
     */
    public record Setting(
            Journal journal,
            Supplier<Secrets> secrets,
            MappingsLoaderExtension contractStubs,
            Runnable reset,
            Runnable stop,
            Consumer<String> log) {}

    public Engine(Setting setting) {
        this.setting = setting;
        this.contractStubs = setting.contractStubs();
    }

    /** What WireMock does with a request; started with the first call. */
    public synchronized Handler handler(Server server) throws Exception {
        if (handler == null) {
            Lodger[] lodger = new Lodger[1];
            wireMock = new WireMockServer(configuration((options, admin, mappings) -> {
                lodger[0] = new Lodger(options, admin, mappings, setting.stop());
                return lodger[0];
            }));
            wireMock.start();
            handler = lodger[0].handlerIn(server);
            stubs = StubsInPlace.of(wireMock);
        }
        return handler;
    }

    /** Whether WireMock would do anything else than the contract: a user has put in, changed or taken away a stub or a setting. */
    public boolean hasOwnStubs() {
        return hasOwnStubs;
    }

    /** Looks again at what is in place, after somebody may have changed it. */
    public synchronized void look() {
        hasOwnStubs = wireMock != null && !stubs.equals(StubsInPlace.of(wireMock));
    }

    /** Puts the stubs of a changed contract in the place of the earlier ones; the user's own stay. */
    public synchronized void serve(MappingsLoaderExtension changed) {
        contractStubs = changed;
        if (wireMock != null) {
            List<StubMapping> own = new ArrayList<>(wireMock.getStubMappings());
            List.copyOf(own).forEach(wireMock::removeStubMapping);
            own.removeAll(stubs.mappings());
            wireMock.loadMappingsUsing(changed);
            stubs = new StubsInPlace(List.copyOf(wireMock.getStubMappings()), stubs.settings());
            own.forEach(this::put);
            look();
        }
    }

    private void put(StubMapping own) {
        WireMockServer engine = Objects.requireNonNull(wireMock);
        engine.removeStubMapping(own.getId());
        engine.addStubMapping(own);
    }

    public synchronized void stop() {
        if (wireMock != null) {
            wireMock.stop();
        }
    }

    private WireMockConfiguration configuration(HttpServerFactory lodging) {
        FileSource nowhere = new ClasspathFileSource("s360-mock-has-no-files");
        return options()
                .dynamicPort()
                .fileSource(nowhere)
                .mappingSource(new NoMappingFiles())
                .withStores(new MockStores(nowhere, setting.journal(), setting.secrets(), ContractAnswers.NAME))
                .httpServerFactory(lodging)
                .extensions(contractStubs, new ContractAnswers(), new ResetToSeeds(setting.reset()))
                .notMatchedRendererFactory(extensions -> new NothingMatched())
                .notifier(new EngineNotes(setting.log()))
                .stubRequestLoggingDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .disableOptimizeXmlFactoriesLoading(true)
                .httpClientFactory(Engine::clientWhenNeeded);
    }

    /** For proxies among a user's own stubs; the mock itself calls nobody, and need not wait for it. */
    private static HttpClient clientWhenNeeded(
            Options options, boolean trustAll, List<String> trusted, boolean useSystemProperties) {
        return new LazyHttpClient(
                () -> new ApacheHttpClientFactory().buildHttpClient(options, trustAll, trusted, useSystemProperties));
    }
}
