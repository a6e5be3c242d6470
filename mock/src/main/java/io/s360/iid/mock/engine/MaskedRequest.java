package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import io.s360.iid.mock.refusal.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request as the journal may show it. */
final class MaskedRequest extends RequestWrapper {

    /** Longer bodies are not kept. */
    private static final int LONGEST = 1 << 18;

    private final Request request;
    private final Secrets secrets;
    private final boolean isStrict;

    /** @param isOfUser whether one of the user's own stubs answered it */
    MaskedRequest(Request request, Secrets secrets, boolean isOfUser) {
        super(request);
        this.request = request;
        this.secrets = secrets;
        this.isStrict = !isOfUser || secrets.isContractPath(Urls.getPath(request.getUrl()));
    }

    @Override
    public UUID getId() {
        return request.getId();
    }

    @Override
    public String getUrl() {
        return isStrict ? Secrets.masked(request.getUrl()) : request.getUrl();
    }

    @Override
    public String getAbsoluteUrl() {
        return isStrict ? Secrets.masked(request.getAbsoluteUrl()) : request.getAbsoluteUrl();
    }

    @Override
    public HttpHeaders getHeaders() {
        return new HttpHeaders(
                request.getHeaders().all().stream().map(this::shown).toList());
    }

    /** Cookies are secrets, and stand among the headers as such. */
    @Override
    public Map<String, Cookie> getCookies() {
        return Map.of();
    }

    @Override
    public byte[] getBody() {
        byte[] body = request.getBody();
        return body.length > LONGEST
                ? "(%d bytes)".formatted(body.length).getBytes(StandardCharsets.UTF_8)
                : secrets.masked(body, !isStrict);
    }

    @Override
    public Map<String, FormParameter> formParameters() {
        return isStrict ? Map.of() : request.formParameters();
    }

    @Override
    public @Nullable Collection<Part> getParts() {
        return isStrict ? null : request.getParts();
    }

    private HttpHeader shown(HttpHeader header) {
        boolean isHarmless = isStrict
                ? header.values().stream().allMatch(value -> secrets.isHarmless(header.key(), value))
                : !secrets.isSecretHeader(header.key());
        if (!isHarmless) {
            return new HttpHeader(header.key(), List.of(Secrets.MASK));
        }
        return readable(header);
    }

    /** WireMock decodes the body when somebody looks at the journal, and fails to show any of it if it can't. */
    static HttpHeader readable(HttpHeader header) {
        return header.keyEquals(ContentTypeHeader.KEY) && !isReadable(header.firstValue())
                ? new HttpHeader(header.key(), header.firstValue().split(";", 2)[0])
                : header;
    }

    private static boolean isReadable(String contentType) {
        try {
            new ContentTypeHeader(contentType).charset();
            return true;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unknown) {
            return false;
        }
    }
}
