package io.s360.iid.server.management;

import io.s360.iid.server.session.SessionRefusal;
import io.s360.iid.server.session.StoreUnavailable;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what comes to the management port. */
final class ManagementServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ManagementServlet.class);
    private static final int MAX_BODY = 65_536;

    private final transient Map<String, Route> routes;
    private final transient Credentials credentials;

    ManagementServlet(Map<String, Route> routes, Credentials credentials) {
        this.routes = Map.copyOf(routes);
        this.credentials = credentials;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = replyTo(request);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(reply.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Reply replyTo(HttpServletRequest request) throws IOException {
        Route route = routes.getOrDefault(request.getRequestURI(), Route.nowhere());
        if (!credentials.open(route.door(), request.getHeader("Authorization"))) {
            return Reply.refused(401, "unauthorized", "Bring the credential as a bearer token")
                    .with("WWW-Authenticate", "Bearer");
        }
        if (!route.takes(request.getMethod())) {
            String methods = String.join(", ", route.methods());
            return Reply.refused(405, "method-not-allowed", "Use " + methods).with("Allow", methods);
        }
        byte[] body = route.takesBody() ? request.getInputStream().readNBytes(MAX_BODY + 1) : new byte[0];
        return body.length > MAX_BODY ? Reply.refused(413, "too-large", "The body is too large") : answer(route, body);
    }

    private static Reply answer(Route route, byte[] body) {
        try {
            return route.action().apply(body);
        } catch (Refused refused) {
            return refused.reply();
        } catch (SessionRefusal.SessionInvalid | SessionRefusal.ChildSessionNotFound unknown) {
            return Reply.refused(404, "unknown-session", "There is no such session");
        } catch (SessionRefusal over) {
            return Reply.refused(409, "not-active", "The session has ended before");
        } catch (StoreUnavailable unavailable) {
            LOG.warn("The management port cannot reach the store: {}", String.valueOf(unavailable.getCause()));
            return Reply.refused(503, "unavailable", "The store cannot be reached, try again later");
        } catch (RuntimeException unforeseen) {
            LOG.error("An unforeseen fault of the management port", unforeseen);
            return Reply.refused(500, "internal", "An unexpected error occurred");
        }
    }
}
