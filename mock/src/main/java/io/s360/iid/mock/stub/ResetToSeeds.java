package io.s360.iid.mock.stub;

import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Makes WireMock's {@code POST /__admin/reset} a reset of everything: of the resources and of what is counted, too. */
public final class ResetToSeeds implements AdminRequestFilterV2 {

    private final Runnable reset;

    public ResetToSeeds(Runnable reset) {
        this.reset = reset;
    }

    @Override
    public String getName() {
        return "s360-reset-to-seeds";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        if (request.getMethod().equals(RequestMethod.POST) && isReset(Urls.getPath(request.getUrl()))) {
            reset.run();
        }
        return RequestFilterAction.continueWith(request);
    }

    /** WireMock gives the path below its root, though not in every case. */
    private static boolean isReset(String path) {
        return path.equals("/reset") || path.equals(WireMockApp.ADMIN_CONTEXT_ROOT + "/reset");
    }
}
