package io.s360.iid.contract.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemoTest {

    private final AtomicInteger findings = new AtomicInteger();
    private final Memo<String> memo = new Memo<>(text -> {
        findings.incrementAndGet();
        return "meaning of " + text;
    });

    @Test
    void findsOutWhatATextMeansOnlyOnce() {
        memo.meaningOf("a");
        memo.meaningOf("a");

        assertThat(memo.meaningOf("a")).isEqualTo("meaning of a");
        assertThat(findings).hasValue(1);
    }

    @Test
    void staysSmallWhateverItIsAsked() {
        for (int number = 0; number < 10_000; number++) {
            assertThat(memo.meaningOf("text " + number)).isEqualTo("meaning of text " + number);
        }

        assertThat(memo.size()).isEqualTo(Memo.MOST);
    }

    @Test
    void takesInNoLongText() {
        String text = "x".repeat(Memo.LONGEST + 1);

        assertThat(memo.meaningOf(text)).isEqualTo("meaning of " + text);
        assertThat(memo.size()).isZero();
    }
}
