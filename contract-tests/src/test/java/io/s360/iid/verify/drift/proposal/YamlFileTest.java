package io.s360.iid.verify.drift.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An edit changes its lines and no other: comments, blanks, quotes and the order stay. */
class YamlFileTest {

    private static final String TEXT = """
            # عنوان: a comment above everything 😀
            one:            # behind a name
              list: [a, b,  c]   # behind a list
              object: {x: 1,  'y': 'two'}   # behind an object

            # between
            two:
              lines:
                - {given: first,   answer: a}
                - given: second
                  answer: b
              '404': {z: 1}

              text: >-
                folded
                twice
            """;

    private final YamlFile file = new YamlFile(TEXT);

    @Test
    void setsAValue() {
        assertThat(file.set("/one/object/y", json("[1, true, null]")).text())
                .isEqualTo(TEXT.replace("'two'", "[1, true, null]"));
    }

    @Test
    void addsToAnObjectInOneLine() {
        assertThat(file.add("/one/object", "new", json("{\"type\": \"string\"}"))
                        .text())
                .isEqualTo(TEXT.replace("'two'}", "'two', new: {type: string}}"));
    }

    @Test
    void addsToAnObjectInLines() {
        assertThat(file.add("/one", "new", json("{\"a\": {\"b\": \"c\"}}")).text())
                .isEqualTo(TEXT.replace("behind an object\n", "behind an object\n  new:\n    a: {b: c}\n"));
        assertThat(file.add("/two", "new", json("7")).text()).isEqualTo(TEXT + "  new: 7\n");
        assertThat(new YamlFile(TEXT.stripTrailing())
                        .add("/two", "new", json("7"))
                        .text())
                .isEqualTo(TEXT + "  new: 7\n");
        assertThat(file.add("/two/lines/1", "then", json("[]")).text())
                .isEqualTo(TEXT.replace("answer: b\n", "answer: b\n      then: []\n"));
    }

    @Test
    void addsBeforeAnotherMember() {
        assertThat(file.addBefore("/two", "404", "403", json("{\"z\": 0}")).text())
                .isEqualTo(TEXT.replace("  '404'", "  '403': {z: 0}\n  '404'"));
    }

    @Test
    void insertsARow() {
        assertThat(file.insert("/two/lines", 1, json("{\"given\": \"x\"}")).text())
                .isEqualTo(TEXT.replace("    - given: second", "    - {given: x}\n    - given: second"));
    }

    @Test
    void removesWhatStandsBetweenCommas() {
        assertThat(file.removeItem("/one/list", 0).text()).isEqualTo(TEXT.replace("[a, b,  c]", "[b,  c]"));
        assertThat(file.removeItem("/one/list", 2).text()).isEqualTo(TEXT.replace("[a, b,  c]", "[a, b]"));
        assertThat(file.remove("/one/object", "x").text()).isEqualTo(TEXT.replace("x: 1,  ", ""));
        assertThat(file.remove("/one/object", "y").text()).isEqualTo(TEXT.replace(",  'y': 'two'", ""));
    }

    @Test
    void removesLines() {
        assertThat(file.remove("/two", "lines").text()).isEqualTo(TEXT.replaceAll("(?s)  lines:.*answer: b\n", ""));
        assertThat(file.remove("/one", "list").text()).isEqualTo(TEXT.replaceAll("  list.*\n", ""));
    }

    @Test
    void renamesAMember() {
        assertThat(file.rename("/two", "404", "410").text()).isEqualTo(TEXT.replace("'404'", "'410'"));
        assertThat(file.rename("/two", "text", "words").text()).isEqualTo(TEXT.replace("text:", "words:"));
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
