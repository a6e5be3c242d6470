package io.s360.iid.mock.document;

import io.s360.iid.mock.document.schema.OpenApi;
import io.s360.iid.mock.document.source.Part;

/** Which OpenAPI a document is written in. */
final class Versions {

    private Versions() {}

    /** @throws UnreadableDocument if it is none that is understood */
    static OpenApi of(Part root) {
        String version = root.text("openapi").orElse("");
        if (version.matches("3\\.0(\\..*)?")) {
            return OpenApi.V3_0;
        }
        if (version.matches("3\\.1(\\..*)?")) {
            return OpenApi.V3_1;
        }
        boolean isSwagger = root.member("swagger").isPresent();
        String found = isSwagger
                ? "this is Swagger 2"
                : version.isEmpty() ? "openapi is missing" : "this is OpenAPI " + version;
        throw new UnreadableDocument(
                root.placeOf(isSwagger ? "/swagger" : "/openapi"), found + "; only OpenAPI 3.0 and 3.1 are understood");
    }
}
