package io.s360.iid.contract;

import io.s360.iid.contract.source.Place;
import java.util.Arrays;
import java.util.Optional;

/**
 * A check that every request passes before any decision.
 *
 * @param answer what a request gets that fails it
 * @param fails when it fails, in a sentence
 */
public record Check(Kind kind, Answer answer, String fails, Place place) {

    /** What a check looks at. */
    public enum Kind {
        PATH("path"),
        METHOD("method"),
        CONTENT_TYPE("content-type"),
        ACCEPT("accept"),
        HEADERS("headers"),
        CLIENT("client"),
        RATE("rate"),
        SIZE("size"),
        ENCODING("encoding"),
        JSON("json"),
        FIELDS("fields");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The name of this kind in the document. */
        public String key() {
            return key;
        }

        public static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }
}
