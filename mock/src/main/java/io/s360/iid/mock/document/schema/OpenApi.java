package io.s360.iid.mock.document.schema;

/** The versions of OpenAPI that are understood. They differ in how their schemas are read. */
public enum OpenApi {
    V3_0,
    V3_1;

    /** Whether keywords beside a reference count. */
    boolean readsBesideReferences() {
        return this == V3_1;
    }
}
