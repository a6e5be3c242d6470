package io.s360.iid.mock.admin;

import io.s360.iid.mock.answer.MockRequest;
import io.s360.iid.mock.answer.Reply;
import io.s360.iid.mock.http.Pages;
import io.s360.iid.mock.journal.Journal;
import io.s360.iid.mock.tenant.Tenants;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything under {@value #ROOT}, as its document says. For callers who may steer the mock; all others find only the accounts of
 * single requests there. The document is read by the first who asks. Safe for use by several threads.
 */
public final class AdminApi implements Pages {

    private static final String ROOT = "/__mock";

    /** Open to all who may call operations: answers link to it. */
    private static final String OPEN = "GetRequest";

    private final Map<String, Page> pages;
    private @Nullable AdminDocument document;

    /**
     * What it tells and may do.
     *
     * @param mock what is served
     * @param catalogue every answer, with each way to get it
     * @param lifecycle resources, states and what moves them
     * @param hasFaultMode whether callers may have something go wrong on purpose
     */
    public record Setting(
            Supplier<JsonNode> mock,
            Supplier<JsonNode> catalogue,
            Supplier<JsonNode> lifecycle,
            boolean hasFaultMode) {}

    public AdminApi(Setting setting, Tenants tenants, Journal journal) {
        Guests guests = new Guests(tenants);
        this.pages = new HashMap<>(Map.of(
                "GetMock", visit -> Page.json(setting.mock().get()),
                "GetAdminDocument",
                        visit -> new Reply(200, Map.of("Content-Type", "application/yaml"), AdminDocument.text()),
                "GetCatalogue", visit -> Page.json(setting.catalogue().get()),
                "GetLifecycle", visit -> Page.json(setting.lifecycle().get())));
        pages.putAll(new TenantPages(tenants, guests, journal).all());
        pages.putAll(new ClockPages(guests).all());
        pages.putAll(new StatePages(guests).all());
        pages.putAll(new FaultPages(guests, setting.hasFaultMode()).all());
        pages.putAll(new RequestPages(journal).all());
    }

    @Override
    public Optional<Reply> page(MockRequest request, boolean isAdmitted) {
        String path = decoded(request.path());
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        try {
            Optional<Route.Match> match = document().find(path);
            if (isAdmitted) {
                return Optional.of(
                        answer(match.orElseThrow(() -> Problem.notFound("the mock has no such page")), request));
            }
            return match.filter(found -> OPEN.equals(found.route().operations().get(request.method())))
                    .map(found -> answer(found, request));
        } catch (Problem problem) {
            return Optional.of(problem.toReply());
        } catch (UncheckedIOException gone) {
            throw gone;
        } catch (RuntimeException fault) {
            return Optional.of(Problem.fault(fault).toReply());
        }
    }

    /** The operations that it serves. */
    Set<String> operationIds() {
        return pages.keySet();
    }

    private Reply answer(Route.Match match, MockRequest request) {
        String operation = match.operation(request.method());
        JsonNode body = null;
        if (document().takesBody(operation)) {
            body = StrictJson.bodyOf(request);
            document().problemWith(body, operation).ifPresent(problem -> {
                throw Problem.badRequest(problem);
            });
        }
        Page page = pages.get(operation);
        if (page == null) {
            throw new IllegalStateException("nobody serves " + operation);
        }
        return page.visit(new Visit(match.parameters(), request, body));
    }

    private synchronized AdminDocument document() {
        if (document == null) {
            document = new AdminDocument();
        }
        return document;
    }

    /** Most requests are not for here, and most have nothing to decode. */
    private static String decoded(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }
}
