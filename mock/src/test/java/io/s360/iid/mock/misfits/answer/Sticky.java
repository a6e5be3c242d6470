package io.s360.iid.mock.misfits.answer;

import com.github.tomakehurst.wiremock.http.Request;

/** Decides about a request of WireMock's. */
public final class Sticky {

    Request request;
}
