package io.s360.iid.verify.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void bringsAnyTwoValuesTogether() {
        List<Integer> sizes = List.of(2, 2, 3, 2, 4);

        List<int[]> rows = Pairs.of(sizes);

        for (int one = 0; one < sizes.size(); one++) {
            for (int other = one + 1; other < sizes.size(); other++) {
                for (int value = 0; value < sizes.get(one) * sizes.get(other); value++) {
                    int[] wanted = {one, value / sizes.get(other), other, value % sizes.get(other)};
                    assertThat(rows).anyMatch(row -> row[wanted[0]] == wanted[1] && row[wanted[2]] == wanted[3]);
                }
            }
        }
    }

    @Test
    void isFarFromTheFullProduct() {
        List<Integer> nineOptionalMembers = List.of(2, 2, 2, 2, 2, 2, 2, 2, 2);

        assertThat(Pairs.of(nineOptionalMembers)).hasSizeLessThan(12);
    }

    @Test
    void triesEachValueOfASingleChoice() {
        assertThat(Pairs.of(List.of(3))).extracting(row -> row[0]).containsExactly(0, 1, 2);
        assertThat(Pairs.of(List.of())).isEmpty();
    }
}
