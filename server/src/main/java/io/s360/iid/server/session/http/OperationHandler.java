package io.s360.iid.server.session.http;

import io.s360.iid.server.client.Call;
import io.s360.iid.server.sight.Sighting;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the operation of a call done and writes its answer. The body of the request has been read and judged, and so has what
 * the client accepts: neither is looked at again.
 */
final class OperationHandler implements HttpRequestHandler {

    private final Map<String, ApiMethod> methods;
    private final SessionSightings sightings;
    private final JsonMapper json;

    /** @param methods by the ids of their operations */
    OperationHandler(Map<String, ApiMethod> methods, SessionSightings sightings, JsonMapper json) {
        this.methods = Map.copyOf(methods);
        this.sightings = sightings;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Call call = Call.of(request).orElseThrow();
        ApiMethod method = methods.get(call.operation().id());
        if (method == null) {
            throw new ServletException("Nothing serves " + call.operation().id());
        }
        Sighting sighting = Sighting.of(request);
        Object body = json.treeToValue(call.body(), method.bodyType());
        sightings.noteRequest(sighting, body);
        ResponseEntity<?> answer = method.invoke(body);
        sightings.noteAnswer(sighting, answer.getBody());
        write(answer, new ServletServerHttpResponse(response));
    }

    private void write(ResponseEntity<?> answer, ServletServerHttpResponse response) throws IOException {
        byte[] body = json.writeValueAsBytes(answer.getBody());
        response.setStatusCode(answer.getStatusCode());
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getBody().write(body);
    }
}
