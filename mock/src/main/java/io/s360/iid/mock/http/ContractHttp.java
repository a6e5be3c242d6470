package io.s360.iid.mock.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.HttpServerFactory;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import io.s360.iid.contract.Contract;
import io.s360.iid.mock.answer.Respondent;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;

/** WireMock's HTTP server with the contract at its door. */
public final class ContractHttp implements HttpServerFactory {

    private final Contract contract;
    private final Respondent respondent;
    private final boolean isAdminOpen;

    /** @param isAdminOpen whether other machines may use the admin API */
    public ContractHttp(Contract contract, Respondent respondent, boolean isAdminOpen) {
        this.contract = contract;
        this.respondent = respondent;
        this.isAdminOpen = isAdminOpen;
    }

    @Override
    public HttpServer buildHttpServer(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        return new Doored(options, admin, stubs, new FrontDoor(contract, respondent, new AdminGate(isAdminOpen)));
    }

    private final class Doored extends Jetty11HttpServer {

        Doored(Options options, AdminRequestHandler admin, StubRequestHandler stubs, FrontDoor door) {
            super(options, admin, stubs);
            door.setHandler(jettyServer.getHandler());
            jettyServer.setHandler(door);
            jettyServer.setErrorHandler(new Misfits(respondent));
            httpConnector
                    .getConnectionFactory(HttpConnectionFactory.class)
                    .getHttpConfiguration()
                    .setDelayDispatchUntilContent(false); // who announces too much is refused before it comes
        }
    }
}
