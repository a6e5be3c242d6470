package io.s360.iid.server.session.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement of ours, whose parameters stand in it as {@code :name}. It has no texts in which that could mean else. */
final class NamedSql {

    private static final Pattern NAME = Pattern.compile(":(\\w+)");

    private final String sql;
    private final List<String> names = new ArrayList<>();

    NamedSql(String named) {
        Matcher name = NAME.matcher(named);
        this.sql = name.replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        });
    }

    /** Ready to be executed. */
    PreparedStatement prepare(Connection connection, Map<String, @Nullable Object> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < names.size(); index++) {
                set(statement, index + 1, parameters.get(names.get(index)));
            }
            return statement;
        } catch (SQLException unusable) {
            statement.close();
            throw unusable;
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, value);
        }
    }
}
