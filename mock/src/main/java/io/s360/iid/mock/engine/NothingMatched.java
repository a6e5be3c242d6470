package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;

/** Spares WireMock its report on what did not match, which quotes the request; the contract answers. */
final class NothingMatched extends NotMatchedRenderer {

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        return ResponseDefinition.notConfigured();
    }
}
