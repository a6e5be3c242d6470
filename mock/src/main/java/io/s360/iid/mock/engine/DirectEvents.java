package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.Timing;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.s360.iid.mock.journal.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What was answered before WireMock, in the form in which it shows requests. */
final class DirectEvents {

    private DirectEvents() {}

    static ServeEvent toEvent(Entry entry) {
        String id = entry.tenant() + "/" + entry.number();
        return new ServeEvent(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                toRequest(entry),
                null,
                ResponseDefinitionBuilder.responseDefinition()
                        .withStatus(entry.status())
                        .build(),
                new LoggedResponse(
                        entry.status(), toHeaders(entry.answerHeaders()), base64(entry.answerBody()), null, null),
                false,
                Timing.create(),
                new ArrayDeque<>());
    }

    /** By way of its JSON form, which is the only one that WireMock lets others make. */
    private static LoggedRequest toRequest(Entry entry) {
        Map<String, Object> request = new HashMap<>();
        request.put("url", entry.path());
        request.put("absoluteUrl", "http://localhost" + (entry.path().startsWith("/") ? "" : "/") + entry.path());
        request.put("method", entry.method());
        Map<String, String> headers = new LinkedHashMap<>();
        entry.headers().forEach((name, value) -> {
            HttpHeader readable = MaskedRequest.readable(new HttpHeader(name, value));
            headers.put(name, readable.firstValue());
        });
        request.put("headers", headers);
        request.put("cookies", Map.of());
        request.put("loggedDate", entry.at().toEpochMilli());
        request.put("body", entry.body());
        request.put("bodyAsBase64", base64(entry.body()));
        request.put("protocol", "HTTP/1.1");
        return Json.mapToObject(request, LoggedRequest.class);
    }

    private static HttpHeaders toHeaders(Map<String, String> headers) {
        return new HttpHeaders(headers.entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
