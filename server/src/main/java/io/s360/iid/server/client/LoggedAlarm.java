package io.s360.iid.server.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An alarm that is a warning in the log. */
public final class LoggedAlarm implements Alarm {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedAlarm.class);

    @Override
    public void keysAreGuessed(String address) {
        LOG.warn("Keys may be guessed from {}: no client is let in from there until a minute is over", address);
    }

    @Override
    public void tokensAreGuessed(String clientId) {
        LOG.warn("Session tokens may be guessed by the client {}: unknown ones are refused as too many", clientId);
    }
}
