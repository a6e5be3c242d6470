package io.s360.iid.mock;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Nobody can reach the mock at the wanted address. Its message is one line and says what to do. */
public final class CannotListen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotListen(int port, @Nullable String bindAddress, Throwable cause) {
        super(sentence(port, bindAddress, cause), cause);
    }

    private static String sentence(int port, @Nullable String bindAddress, Throwable cause) {
        String at = "port " + port + (bindAddress == null ? "" : " of " + bindAddress);
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof BindException
                    && String.valueOf(each.getMessage()).contains("in use")) {
                return at + " is in use; choose another one, or 0 for any that is free";
            }
        }
        return "cannot listen at " + at + "; choose another address or port";
    }
}
