package io.s360.iid.verify.drift.proposal;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changed files as a unified diff that {@code git apply} and {@code patch -p1} take in the root of the repository. */
final class Patch {

    /** Where the contract stands in the repository. */
    private static final String FOLDER = "api/src/main/resources/openapi/";

    private static final String NO_FILE = "/dev/null";
    private static final int CONTEXT = 3;

    private final List<String> lines = new ArrayList<>();

    /**
     * One more file.
     *
     * @param before null if there was none
     */
    void add(String name, @Nullable String before, String after) {
        String path = FOLDER + name;
        lines.add("diff --git a/" + path + " b/" + path);
        if (before == null) {
            lines.add("new file mode 100644");
        }
        List<String> old = before == null ? List.of() : before.lines().toList();
        String from = before == null ? NO_FILE : "a/" + path;
        lines.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                from, "b/" + path, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT));
    }

    @Override
    public String toString() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
