package io.s360.iid.mock.misfits;

import io.s360.iid.server.misfit.Server;

/** Looks at the server. */
public final class Spying {

    Server server = new Server();
}
