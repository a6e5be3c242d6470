package io.s360.iid.contract.request;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what short texts were found to mean. Takes in the first {@value #MOST} and no more: whatever is sent, it stays
 * small, and a text that it does not take in is only found out again. Safe for use by several threads.
 */
final class Memo<V> {

    static final int MOST = 256;
    static final int LONGEST = 128;

    private final Map<String, V> known = new ConcurrentHashMap<>();
    private final Function<String, V> finding;

    Memo(Function<String, V> finding) {
        this.finding = finding;
    }

    V meaningOf(String text) {
        V remembered = known.get(text);
        if (remembered != null) {
            return remembered;
        }
        V found = finding.apply(text);
        if (text.length() <= LONGEST && known.size() < MOST) {
            known.put(text, found);
        }
        return found;
    }

    int size() {
        return known.size();
    }
}
