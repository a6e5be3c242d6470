package io.s360.iid.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A store that a server can stand on, filled once and copied for each turn. */
interface Store extends AutoCloseable {

    String name();

    /** Options of a server on the filled store, before it is copied. */
    List<String> template();

    /** Fills what a server has made at {@link #template()}. */
    void fill() throws IOException, SQLException;

    /** Options of a server on a fresh copy. */
    List<String> copy() throws IOException, SQLException;

    @Override
    void close();
}
