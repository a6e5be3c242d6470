package io.s360.iid.mock.junit;

import io.s360.iid.contract.reading.ContractReader;
import io.s360.iid.mock.MockOptions;
import io.s360.iid.mock.MockServer;
import io.s360.iid.mock.tenant.Tenant;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the mock with the first test that asks for it, and makes and forgets the tenant of each. */
@SuppressWarnings("deprecation") // what JUnit 6 has in the place of these, JUnit 5 has not
final class S360MockExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(S360MockExtension.class);

    /** What JUnit closes after the last test. */
    private record Running(MockServer server) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == MockTenant.class;
    }

    @Override
    public MockTenant resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return Objects.requireNonNull(test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(MockTenant.class, type -> prepared(test), MockTenant.class));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        server(test).forget(nameOf(test));
    }

    private static MockTenant prepared(ExtensionContext test) {
        MockServer server = server(test);
        server.forget(nameOf(test));
        Tenant tenant = server.tenant(nameOf(test));
        MockTenant mock = new MockTenant(server, tenant);
        S360Mock wish = wishOf(test);
        if (!wish.now().isEmpty()) {
            tenant.clock().set(Instant.parse(wish.now()));
            tenant.clock().freeze();
        }
        if (!wish.state().isEmpty()) {
            mock.seed(resource(test.getRequiredTestClass(), wish.state()));
        }
        return mock;
    }

    private static MockServer server(ExtensionContext test) {
        Running running = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, type -> new Running(started()), Running.class);
        return Objects.requireNonNull(running).server();
    }

    private static MockServer started() {
        return MockServer.start(
                MockOptions.of(ContractReader.readBundled()).withSeed(1).withFaultMode(true));
    }

    /** The same in every run, so that its ids are. */
    private static String nameOf(ExtensionContext test) {
        return UUID.nameUUIDFromBytes(test.getUniqueId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static S360Mock wishOf(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getElement(), S360Mock.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), S360Mock.class))
                .orElseThrow(() -> new IllegalStateException("@S360Mock is missing"));
    }

    private static String resource(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + ", as seen from " + test.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
