package io.s360.iid.server.session;

import org.springframework.util.StringUtils;

/** A sample of what the architecture forbids. */
public final class SpringInTheRules {

    boolean isBlank(String text) {
        return !StringUtils.hasText(text);
    }
}
