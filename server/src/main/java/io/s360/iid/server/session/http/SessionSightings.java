package io.s360.iid.server.session.http;

import io.s360.iid.api.model.AddMessagesRequest;
import io.s360.iid.api.model.ChildSessionCreatedAnswer;
import io.s360.iid.api.model.ChildSessionRequest;
import io.s360.iid.api.model.ChildSessionValidityAnswer;
import io.s360.iid.api.model.LogoutChildSessionRequest;
import io.s360.iid.api.model.ParentSessionRequest;
import io.s360.iid.server.session.SessionToken;
import io.s360.iid.server.sight.Sighting;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Notes which sessions a request is about, as fingerprints, and which of two successes it has got. */
@RestControllerAdvice
final class SessionSightings extends RequestBodyAdviceAdapter implements ResponseBodyAdvice<Object> {

    private final HttpServletRequest currentRequest;
    private final Successes successes;

    /** @param currentRequest stands for a different request in each thread */
    SessionSightings(HttpServletRequest currentRequest, Successes successes) {
        this.currentRequest = currentRequest;
        this.successes = successes;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (body instanceof ParentSessionRequest request) {
            note(request.getSessionToken(), null);
        } else if (body instanceof ChildSessionRequest request) {
            note(request.getSessionToken(), request.getSessionId());
        } else if (body instanceof LogoutChildSessionRequest request) {
            note(request.getSessionToken(), request.getSessionId());
        } else if (body instanceof AddMessagesRequest request) {
            note(request.getSessionToken(), request.getSessionId());
        }
        return body;
    }

    @Override
    public boolean supports(MethodParameter parameter, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter parameter,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ChildSessionCreatedAnswer created) {
            Sighting.of(currentRequest).opened(created.getData().getSessionId());
        } else if (body instanceof ChildSessionValidityAnswer validity) {
            boolean isValid = validity.getData().getValid();
            Sighting.of(currentRequest).answered(successes.validity(isValid).answer());
        }
        return body;
    }

    private void note(String token, @Nullable UUID childId) {
        Sighting sighting = Sighting.of(currentRequest);
        if (childId == null) {
            sighting.shows(new SessionToken(token));
        } else {
            sighting.asksFor(new SessionToken(token), childId);
        }
    }
}
